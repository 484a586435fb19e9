import TestSupport
import Testing

@Suite struct InspectionTests {
  @Test(arguments: [
    "<script>x</script>", "<p onclick=\"x\">a</p>", "<p style=\"x\">a</p>", "<style>a</style>", "<iframe src=\"a\"></iframe>",
    "<base href=\"a\">",
    "<meta http-equiv=\"refresh\" content=\"0\">", "<a href=\"javascript:x\">a</a>", "<a href=\"java&#39;:x\" href=\"b\">a</a>",
    "<a href=\" JAVA\tscript:x\">a</a>", "<a href=\"data:text/html,x\">a</a>", "<img src=\"https://a/b\">", "<img src=\"//a/b\">", "<p>a",
    "a</p>", "<em><strong>a</em></strong>", "<a href=\"a\"><a href=\"b\">a</a></a>", "<p class=a>a</p>", "<P>a</P>", "a < b", "a & b",
    "<!-- a -->", "<p class=\"<\">a</p>", "a\u{1}",
  ])
  func `the strict reader refuses what could run, load or break a page`(html: String) {
    #expect(!HTMLInspection(Array(html.utf8)).problems.isEmpty)
  }

  @Test(arguments: [
    "<!doctype html>\n<html lang=\"en\"><body><p>a &lt; b</p></body></html>\n", "<a href=\"HTTPS://a/b?c&amp;d#e\">a</a>",
    "<img src=\"../a.png\" alt=\"\" />",
    "<a href=\"#a:b\">a</a>", "<a href=\"mailto:a@b\"><code>a</code></a>", "a > \"b\"",
  ])
  func `the strict reader takes what a page is made of`(html: String) {
    #expect(HTMLInspection(Array(html.utf8)).problems == [])
  }
}
