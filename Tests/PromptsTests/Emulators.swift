import JSON
import Testing

/// What tools do with the text of their files, written down from `targets.md`, section 4, and from nothing in the exporter.
enum Emulator {
  /// A Markdown file without its front matter, which ends at the first line `---` behind the first line.
  static func body(_ file: String) throws -> String {
    guard file.hasPrefix("---\n") else { return file }
    let end = try #require(file.firstRange(of: "\n---\n"))
    return String(file[end.upperBound...])
  }

  /// What a tool makes of a command that is called with some text behind its name.
  enum Command: String, CaseIterable {
    case claude, openCode, augment, gemini

    func run(_ body: String, _ argument: String) -> String {
      switch self {
      case .claude: claude(body, argument)
      case .openCode: openCode(body, argument)
      case .augment: augment(body, argument)
      case .gemini: gemini(body, argument)
      }
    }

    /// `$ARGUMENTS` and `$0`..., `\$` is a dollar sign; commands and files are put in.
    private func claude(_ body: String, _ argument: String) -> String {
      body.replacing(/\\\$(?=ARGUMENTS|[0-9])|\$ARGUMENTS(\[[0-9]+\])?|\$[0-9]+|!`[^`]*`|(```|~~~) ?!|(?:^|[^\p{L}\p{N}_])@\S+/) { match in
        switch match.0 {
        case "$ARGUMENTS": argument
        case "\\$": "$"
        default: "<REPLACED>"
        }
      }
    }

    /// `$ARGUMENTS` and `$1`...; nothing has an escape.
    private func openCode(_ body: String, _ argument: String) -> String {
      body.replacing(/\$ARGUMENTS|\$[0-9]+|!`[^`]*`|(?:^|[^\p{L}\p{N}_])@\S+/) { $0.0 == "$ARGUMENTS" ? argument : "<REPLACED>" }
    }

    /// `$ARGUMENTS`, `{name}` and `{{name}}`; nothing has an escape.
    private func augment(_ body: String, _ argument: String) -> String {
      body.replacing(/\$ARGUMENTS|\{\{?[\p{L}\p{N}_. -]+\}\}?/) { $0.0 == "$ARGUMENTS" ? argument : "<REPLACED>" }
    }

    /// `{{args}}`, `!{...}` and `@{...}`; nothing has an escape, and the text is appended where it has no place.
    private func gemini(_ body: String, _ argument: String) -> String {
      guard body.contains("{{args}}") else { return argument.isEmpty ? body : body + "\n\n" + argument }
      return body.replacing(/\{\{args\}\}|[!@]\{/) { $0.0 == "{{args}}" ? argument : "<REPLACED>" }
    }
  }

  /// A prompt file of VS Code after the questions are answered. What has no answer stays empty.
  static func visualStudioCode(_ body: String, _ answers: [String: String]) -> String {
    body.replacing(/\$\{input:([a-z0-9_]+)(?::[^}]*)?\}|\$\{[^}]*\}?|#(?:tool|file):/) { match in
      match.1.map { answers[String($0)] ?? "" } ?? "<REPLACED>"
    }
  }

  /// The text that a server makes of `mcp/prompts.json`: pieces one after the other, an item a line behind its marker.
  static func server(_ json: [UInt8], prompt: String, _ arguments: [String: [String]]) throws -> String {
    let root = try #require(JSONReader.read(json).value)
    let pieces = try #require(root["templates"]?[prompt]?.array)
    return try pieces.map { piece in
      if let text = piece["text"]?.string { return text }
      let values = arguments[try #require(piece["argument"]?.string)] ?? []
      guard let marker = piece["item"]?.string else { return values.joined(separator: "\n") }
      return values.enumerated().map { Emulator.marker(marker, $0) + $1 }.joined(separator: "\n")
    }.joined()
  }

  /// `- ` stays, `1. ` counts on.
  static func marker(_ marker: String, _ index: Int) -> String {
    marker.replacing(/[0-9]+/) { String((Int($0.0) ?? 0) + index) }
  }
}
