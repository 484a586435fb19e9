import Diagnostics
import Files
import Testing

/// Replacements that leave every other byte alone.
@Suite struct EditsTests {
  private func applied(_ fixes: [(Range<Int>, String)], to text: String = "0123456789", path: String = "a") -> String {
    let fixes = fixes.map { Fix(title: "t", span: SourceSpan(path: path, range: $0.0), replacement: $0.1) }
    return String(decoding: Edits.applied(fixes, to: SourceFile(path: "a", bytes: Array(text.utf8))), as: UTF8.self)
  }

  @Test func `fixes are put in by place, whatever their order`() {
    #expect(applied([(8..<9, "H"), (0..<0, "<"), (2..<4, "")]) == "<014567H9")
    #expect(applied([(10..<10, ">")]) == "0123456789>")
    #expect(applied([]) == "0123456789")
  }

  @Test func `of two that overlap the first wins, and what lies outside the file is left`() {
    #expect(applied([(3..<6, "b"), (2..<4, "a")]) == "01a456789")
    #expect(applied([(5..<5, "i"), (5..<5, "i"), (5..<7, "r")]) == "01234i56789")
    #expect(applied([(3..<5, "a"), (5..<5, "b")]) == "012ab56789")
    #expect(applied([(9..<11, "x")]) == "0123456789")
    #expect(applied([(0..<1, "x")], path: "other") == "0123456789")
  }

  @Test func `bytes that are not UTF-8 and line ends stay`() {
    let source = SourceFile(path: "a", bytes: [0xFF, 0x0D, 0x0A, 0x61])
    let fix = Fix(title: "t", span: source.span(3..<4), replacement: "b")
    #expect(Edits.applied([fix], to: source) == [0xFF, 0x0D, 0x0A, 0x62])
  }
}
