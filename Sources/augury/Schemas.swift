import ArgumentParser
import Files
import Validation

/// The JSON Schemas of what Augury reads and writes (2020-12), which are compiled in.
enum Schemas {
  enum Name: String, ExpressibleByArgument, CaseIterable {
    case module, config, findings, report, prompt, prompts, context, contexts, export
  }

  /// A schema as a file of its own: parts that several share are put in, and the rules that may be named.
  static func text(_ name: Name) -> String { String(decoding: bytes(name), as: UTF8.self) }

  private static func bytes(_ name: Name) -> [UInt8] {
    let rules = RuleRegistry.rules.filter { $0.group != .format }.map { "\"\($0.id)\"" }.joined(separator: ", ")
    return Array(embedded(name.rawValue).utf8).replacing("\"@rules\"", with: rules)
      .replacing("\"@finding\"", with: nested("finding")).replacing("\"@position\"", with: nested("position"))
  }

  /// The files that a build publishes.
  static var files: [OutputFile] {
    Name.allCases.map { name in OutputFile(path: "schema/\(name.rawValue).json") { bytes(name) } }
  }

  /// A part as it stands two levels deep.
  private static func nested(_ name: String) -> String {
    embedded(name).split(separator: "\n").joined(separator: "\n    ")
  }

  private static func embedded(_ name: String) -> String {
    EmbeddedFiles.all.first { $0.path == "Sources/Assets/schema/\(name).json" }?.text ?? ""
  }
}
