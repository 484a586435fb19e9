import Testing

@testable import Site

@Suite struct HTMLTypeTests {
  @Test func `text in markup is escaped, HTML and numbers are not`() {
    let text = #"<a href="x">&'\#u{1B}é"#
    let html: HTML = "<p title=\"\(text)\">\(3) \("<b>" as HTML)</p>"
    #expect(String(decoding: html.bytes, as: UTF8.self) == "<p title=\"&lt;a href=&quot;x&quot;&gt;&amp;&#39;\u{FFFD}é\">3 <b></p>")
  }

  @Test func `a combining mark behind a quotation mark hides it from nobody`() {
    #expect(HTML(escaping: "\"\u{301}").bytes == Array("&quot;\u{301}".utf8))
  }
}
