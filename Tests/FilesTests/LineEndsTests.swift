import Files
import Testing

/// The lines of a text, whatever ends them.
@Suite struct LineEndsTests {
  @Test(
    arguments: [
      ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\nb\r\nc\rd", ["a", "b", "c", "d"]), ("\n\r\n\r", ["", "", "", ""]),
      ("\r\r\n\n", ["", "", "", ""]), ("a\r", ["a", ""]), ("\r\na", ["", "a"]),
    ] as [(String, [String])]
  )
  func `LF, CR LF and CR end a line`(text: String, lines: [String]) {
    // A slice, whose first index is not 0.
    let bytes = (Array("x".utf8) + Array(text.utf8)).dropFirst()
    #expect(bytes.lines.map { String(decoding: $0, as: UTF8.self) } == lines)
    var ends: [Int] = []
    bytes.withUnsafeBytes { bytes in bytes.forEachLineEnd { ends.append($0) } }
    #expect(ends.count == lines.count - 1 && ends == ends.sorted())
  }
}
