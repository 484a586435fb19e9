/// Brackets of a prompt that do not belong together.
package enum PromptBrackets {
  /// A bracket without its other half.
  package struct Loose: Sendable, Hashable {
    /// The byte of the template at which it stands.
    package let offset: Int
    package let isOpening: Bool
  }

  /// The brackets that are never closed or never opened, in order. Over lines they may belong together, as in JSON; `\[` stands for
  /// itself; and an interval (`[0, 1)`, `(0, 1]`), a face (`:]`) and a pattern (`[^]]`) are what they are.
  ///
  /// - Complexity: linear.
  package static func loose(in template: String) -> [Loose] {
    let bytes = Array(template.utf8)
    guard bytes.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }) else { return [] }
    var open: [Int] = []
    var loose: [Loose] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): open.append(index)
      case UInt8(ascii: "]"): if open.popLast() == nil { loose.append(Loose(offset: index, isOpening: false)) }
      default: break
      }
      index += 1
    }
    loose += open.map { Loose(offset: $0, isOpening: true) }
    return loose.filter { !isMeant($0, in: bytes) }.sorted { $0.offset < $1.offset }
  }

  private static func isMeant(_ bracket: Loose, in bytes: [UInt8]) -> Bool {
    if bracket.isOpening {
      let inside = bytes[(bracket.offset + 1)...].prefix { isOfNumber($0) }
      let behind = bytes[inside.endIndex...].first
      return inside.contains(UInt8(ascii: ",")) && (behind == UInt8(ascii: ")") || behind == UInt8(ascii: "["))
    }
    guard let before = bytes[..<bracket.offset].last else { return false }
    if ":;-=]".utf8.contains(before) { return true }
    let inside = bytes[..<bracket.offset].reversed().prefix { isOfNumber($0) }
    let opening = bytes[..<(bracket.offset - inside.count)].last
    return inside.contains(UInt8(ascii: ",")) && (opening == UInt8(ascii: "(") || opening == UInt8(ascii: "]"))
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || " ,.+-".utf8.contains(byte)
  }
}
