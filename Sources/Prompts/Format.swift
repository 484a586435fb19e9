internal import Library

/// A way to write prompts or guides to files. One file in `Formats/` each.
protocol Format: Sendable {
  func export(_ pack: Pack, to target: Target) -> Export
}

/// A format that writes one file a prompt.
protocol PromptFormat: Format {
  var marker: ExportFile.Marker { get }
  /// The path of a prompt's file below the target's folder.
  func path(_ name: PackName) -> String
  func text(_ prompt: Prompt, name: PackName) -> String
}

extension PromptFormat {
  func export(_ pack: Pack, to target: Target) -> Export {
    var export = Export()
    for (prompt, name) in pack.prompts {
      export.files.append(
        ExportFile(target: target, path: path(name), marker: marker, prompt: name, module: prompt.module) {
          Array(text(prompt, name: name).utf8)
        }
      )
    }
    return export
  }
}
