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
    isPlain(text) ? "\"\(text)\"" : escaped(text)
  }

  /// Whether a text is all printable ASCII in which nothing is replaced, as most are.
  private static func isPlain(_ text: String) -> Bool {
    var dashes = 0
    for byte in text.utf8 {
      dashes = byte == UInt8(ascii: "-") ? dashes + 1 : 0
      guard (0x20...0x7E).contains(byte), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), dashes < 3 else { return false }
    }
    return true
  }

  private static func escaped(_ text: String) -> String {
    var out = "\""
    var dashes = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "-":
        dashes += 1
        if dashes < 3 { out += "-" }
        continue
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}", "\u{85}": out += " "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": continue
      case _ where scalar.value >= 0xFDD0 && scalar.properties.isNoncharacterCodePoint: continue
      default: out.unicodeScalars.append(scalar)
      }
      dashes = 0
    }
    return out + "\""
  }
}
