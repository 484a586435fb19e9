import Testing

@testable import Markdown

@Suite struct SlugTests {
  @Test(arguments: [
    ("Hello World", "hello-world"), ("1. Über `x_y`!", "1-über-x_y"), ("a  b", "a--b"), ("日本 語", "日本-語"), ("C++ & D", "c--d"), ("🎉", ""),
    ("a\u{203F}b", "a\u{203F}b"),
  ])
  func `a heading's anchor is GitHub's`(text: String, expected: String) {
    let document = Document(parsing: Array("# \(text)\n".utf8))
    let id: Text? = if case .heading(_, let id) = document.nodes[1].kind { id } else { nil }
    #expect(id.map { document.string($0) } == expected)
  }

  @Test func `headings of one text get numbers that clash with none`() {
    var slugs = Slugs()
    #expect(["x", "x-1", "x", "x", "x-1"].map { slugs.next(for: $0) } == ["x", "x-1", "x-2", "x-3", "x-1-1"])
  }

  @Test(arguments: [
    ("---\na: 1\n---\nb", 13), ("---\na\n...\n", 10), ("---\na\n", 0), ("\u{FEFF}# a", 3), ("\u{FEFF}---\n---\nx", 11),
    ("a\n---\n---\n", 0),
    ("----\n---\n", 0), ("---\r\na\r\n---\r\nb", 13), ("", 0),
  ])
  func `front matter is skipped when it is closed`(text: String, expected: Int) {
    #expect(FrontMatter.length(in: Array(text.utf8)) == expected)
  }
}
