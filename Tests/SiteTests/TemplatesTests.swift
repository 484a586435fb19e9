import Files
import Site
import Testing

@Suite struct TemplatesTests {
  private func fault(_ name: String, _ text: String) -> String {
    do throws(Templates.Fault) {
      _ = try Templates(overrides: [SourceFile(path: "site/\(name).mustache", bytes: Array(text.utf8))])
      return "no fault"
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    ("footer", "<p>\n  {{siteTitel}}</p>", "site/footer.mustache:2:3: nothing is called `siteTitel` here; did you mean `siteTitle`?"),
    ("footer", "{{>mrk}}", "site/footer.mustache:1:1: no partial `mrk` exists; did you mean `mark`?"),
    ("footer", "{{>footer}}", "site/footer.mustache:1:1: `footer` includes itself, which would never end"),
    ("footer", "{{{siteTitle}}}", "site/footer.mustache:1:1: `siteTitle` is text: write {{siteTitle}}, which escapes it"),
    ("pagination", "{{toc}}", "site/pagination.mustache:1:1: `toc` is HTML: write {{{toc}}}"),
    ("header", "{{inCatalog}}", "site/header.mustache:1:1: `inCatalog` is not a text: open it with {{#inCatalog}}"),
    ("step", "{{#detail}}{{name}}{{/detail}}", "site/step.mustache:1:12: nothing is called `name` here"),
    ("footer", "{{lower(title)}}", "site/footer.mustache:1:1: `{{lower(title)}}` is a form of tag that page templates do not use"),
  ])
  func `a template that uses what does not exist is refused with its place`(name: String, text: String, expected: String) {
    #expect(fault(name, text) == expected)
  }

  @Test(arguments: [("{{#facts}}", "still open"), ("{{#facts}}\n{{/toc}}", "not the innermost"), ("{{ti tle}}", "not closed")])
  func `a template that is not Mustache is refused with file and line`(text: String, message: String) {
    let fault = fault("footer", text)
    #expect(fault.hasPrefix("site/footer.mustache:") && fault.contains(message), "\(fault)")
  }

  @Test func `the templates that are compiled in hold to the same`() throws {
    let embedded = EmbeddedFiles.all.filter { $0.path.hasPrefix("templates/site/") }
    let overrides = embedded.map { SourceFile(path: String($0.path.dropFirst("templates/".count)), bytes: $0.bytes) }
    #expect(!overrides.isEmpty)
    _ = try Templates(overrides: overrides)
  }

  @Test func `a library replaces one component and keeps the rest`() throws {
    let footer = SourceFile(path: "site/footer.mustache", bytes: Array("<footer>Ours, {{siteTitle}}</footer>\n".utf8))
    let site = try SiteReader(SampleLibrary.text, overrides: [footer])
    #expect(site.pages.allSatisfy { $0.html.contains("<footer>Ours, Modules</footer>") })
    #expect(site.page("index.html").contains("class=\"hero\""))
  }
}
