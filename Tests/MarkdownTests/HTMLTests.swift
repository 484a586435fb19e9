import Testing

@testable import Markdown

@Suite struct HTMLTests {
  private func html(_ markdown: String, _ options: HTMLOptions = .module) -> String {
    String(decoding: HTMLRenderer(options).render(Document(parsing: Array(markdown.utf8))), as: UTF8.self)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:x", "java\tscript:x", "&#106;avascript:x", "&#x6A;avascript:x", "javascript&colon;x", "vbscript:x",
    "VBSCRIPT:x", "file:///etc/passwd", "data:text/html,x", "data:image/svg+xml;base64,x", "&#1;javascript:x", "java&#10;script:x",
    "java&Tab;script:x", "data:,x", "data:image/pngx;base64,y", "javascript&#58;x", "blob:x", "vscode://file/x", "feed:javascript:x",
    "x-unknown:y",
  ])
  func `an address of a scheme that is not known to be harmless leaves only the text`(address: String) {
    #expect(html("[t](<\(address)>)") == "<p>t</p>\n")
    #expect(html("![t](<\(address)>)") == "<p>t</p>\n")
    #expect(html("[t]\n\n[t]: <\(address)>\n") == "<p>t</p>\n")
  }

  @Test(arguments: [
    "/a:b", "javascript", "#javascript:x", "https://a.b/", "HTTP://a.b/", "data:image/png;base64,AA", "tel:+1", "mailto:a@b.c",
    "javascript%3Ax", "./a?b:c",
  ])
  func `other addresses stay`(address: String) {
    #expect(html("[t](<\(address)>)") == "<p><a href=\"\(address)\">t</a></p>\n")
  }

  @Test(arguments: [
    "https://a.b/c.png", "HTTP://a.b/c.png", "//a.b/c.png", "//a&#x7F;.b/&#16;c.png", "&#1;//a.b/c.png", "/&Tab;/a.b/c.png",
    "\\\\\\\\a.b/c.png",
    "/\\\\a.b/c.png", "tel:+1",
  ])
  func `a picture of another host leaves only its text`(address: String) {
    #expect(html("![t](<\(address)>)") == "<p>t</p>\n")
  }

  @Test(arguments: ["a.png", "/a.png", "../a//b.png", "a%3Ab.png", "data:image/png;base64,AA", "a"])
  func `other pictures stay`(address: String) {
    #expect(html("![t](<\(address)>)") == "<p><img src=\"\(address)\" alt=\"t\" /></p>\n")
  }

  @Test(arguments: [
    ("<script>x</script>\n", "<pre class=\"raw-html\">&lt;script&gt;x&lt;/script&gt;\n</pre>\n"),
    ("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n"),
    ("<!-- augury: ignore x - y -->\n", ""), ("a <!-- b --> c", "<p>a  c</p>\n"),
    ("<!-- a --> <b>\n", "<pre class=\"raw-html\">&lt;!-- a --&gt; &lt;b&gt;\n</pre>\n"),
    ("<!--> <b> -->\n", "<pre class=\"raw-html\">&lt;!--&gt; &lt;b&gt; --&gt;\n</pre>\n"),
    ("<!-- open\n", "<pre class=\"raw-html\">&lt;!-- open\n</pre>\n"),
  ])
  func `raw HTML is text, and comments are nothing`(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    (
      "- [x] do *it*\n",
      "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"do it\"> do <em>it</em></li>\n</ul>\n"
    ),
    ("> [!note]\n> a\n", "<div class=\"alert note\">\n<p class=\"alert-title\">Note</p>\n<p>a</p>\n</div>\n"),
    ("> [!NOTE]\n", "<blockquote>\n<p>[!NOTE]</p>\n</blockquote>\n"), ("> [!NOTE] x\n", "<blockquote>\n<p>[!NOTE] x</p>\n</blockquote>\n"),
    ("> [!TIP]\n>\n> a\n", "<div class=\"alert tip\">\n<p class=\"alert-title\">Tip</p>\n<p>a</p>\n</div>\n"),
    ("> [!HINT]\n> a\n", "<blockquote>\n<p>[!HINT]\na</p>\n</blockquote>\n"),
    (
      "a[^x] b[^x]\n\n[^x]: n\n",
      "<p>a<sup class=\"footnote-ref\" id=\"fnref:1\"><a href=\"#fn:1\" aria-label=\"Footnote 1\">1</a></sup> "
        + "b<sup class=\"footnote-ref\" id=\"fnref:1:2\"><a href=\"#fn:1\" aria-label=\"Footnote 1\">1</a></sup></p>\n"
        + "<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n<li id=\"fn:1\">\n<p>n"
        + " <a class=\"footnote-backref\" href=\"#fnref:1\" aria-label=\"Back to reference 1.1\">\u{21A9}</a>"
        + " <a class=\"footnote-backref\" href=\"#fnref:1:2\" aria-label=\"Back to reference 1.2\">\u{21A9}</a></p>\n</li>\n</ol>\n</section>\n"
    ),
  ])
  func `tasks, alerts and footnotes`(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test func `headings get anchors, levels and links`() {
    var options = HTMLOptions.module
    options.headingOffset = 1
    options.headingAnchors = true
    options.skipsFirstHeading1 = true
    let expected = "<h3 id=\"a-b\">A <em>b</em> <a class=\"anchor\" href=\"#a-b\" aria-label=\"Link to this section: A b\">#</a></h3>\n"
    #expect(html("# T\n\n## A *b*\n", options) == expected)
  }

  @Test func `a site decides about links, code and blocks`() {
    var options = HTMLOptions.module
    options.link = { index, document in
      document.plainText(of: index) == "x" ? .broken(reason: "no \"x\"") : .href("/b")
    }
    options.code = { _, _ in "/code" }
    options.block = { index, document, out in
      guard case .thematicBreak = document.nodes[index].kind else { return false }
      out += Array("RULE\n".utf8)
      return true
    }
    let expected = """
      <p><span class="broken" title="no &quot;x&quot;">x</span> <a href="/b">y</a> <a href="/code"><code>c</code></a> \
      <a href="/b"><code>d</code></a></p>\nRULE\n
      """
    #expect(html("[x](q) [y](q) `c` [`d`](q)\n\n---\n", options) == expected)
  }
}
