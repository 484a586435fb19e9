/// Front matter that the strictest reader of YAML accepts, and that every reader takes for the same (`targets.md`, section 2): one key a
/// line, block style, texts always in double quotes on one line, no `---` in them.
struct YAMLHeader {
  enum Value {
    case text(String)
    case bool(Bool)
    case texts([String])
    case map([(key: String, value: String)])
    /// A text without quotes, for a reader that would take them for part of it. Nothing in it may mean anything to YAML.
    case bare(String)
  }

  private var lines = "---\n"

  /// - Parameter fields: keys are plain words.
  init(_ fields: [(key: String, value: Value)]) {
    for (key, value) in fields {
      switch value {
      case .text(let text): lines += "\(key): \(YAMLHeader.quoted(text))\n"
      case .bool(let value): lines += "\(key): \(value)\n"
      case .texts(let texts): lines += "\(key):\n" + texts.map { "  - \(YAMLHeader.quoted($0))\n" }.joined()
      case .map(let entries): lines += "\(key):\n" + entries.map { "  \($0.key): \(YAMLHeader.quoted($0.value))\n" }.joined()
      case .bare(let text): lines += "\(key): \(text)\n"
      }
    }
  }

  /// With its closing line.
  var text: String { lines + "---\n" }

  /// A double-quoted YAML scalar on one line. `---` is replaced, since the reference reader of skills cuts the front matter at it.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}", "\u{85}": out += " "
      case _ where scalar.properties.generalCategory == .control || scalar.properties.isNoncharacterCodePoint: continue
      default: out.unicodeScalars.append(scalar)
      }
    }
    while let dashes = out.firstRange(of: "---") { out.replaceSubrange(dashes, with: "--") }
    return out + "\""
  }
}
