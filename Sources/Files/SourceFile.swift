/// One file of a library, as it was on disk: never changed, never decoded twice.
package struct SourceFile: Sendable {
  /// Path relative to the library's root, with `/` between its parts.
  package let path: String
  /// The whole content.
  package let bytes: [UInt8]
  /// The offset of the first byte that is not UTF-8; nil when the whole file is.
  package let invalidUTF8Offset: Int?

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    invalidUTF8Offset = UTF8Check.firstInvalidOffset(in: bytes)
  }

  /// The last part of the path.
  package var name: String { Path.name(path) }

  /// Whether it is meant to be text, by its name.
  package var isText: Bool { SourceFile.textExtensions.contains(Path.fileExtension(path)) }

  private static let textExtensions: Set<String> = ["md", "json", "yml", "yaml", "sql", "txt"]

  /// The content as text, with U+FFFD where bytes are not UTF-8.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text of a range of bytes.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// A span of this file.
  package func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(path: path, range: range)
  }

  /// Line and column of a byte offset. An offset behind the end means the end.
  ///
  /// - Complexity: linear in `offset`; meant for printing, not for loops over a file.
  package func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    return bytes[..<offset].withUnsafeBufferPointer { before in
      let lines = before.count(of: UInt8(ascii: "\n"))
      let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let scalars = before[lineStart...].count { $0 & 0xC0 != 0x80 }
      return SourcePosition(line: lines + 1, column: scalars + 1)
    }
  }

  /// The range of the line that holds a byte offset, without its line end.
  package func lineRange(at offset: Int) -> Range<Int> {
    let offset = min(max(offset, 0), bytes.count)
    let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    var end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }
}
