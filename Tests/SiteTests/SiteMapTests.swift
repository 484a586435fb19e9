import Library
import Site
import Testing
import TestSupport

@Suite struct SiteMapTests {
  private func paths(_ text: String) -> [String] {
    SiteMap(LibraryText(text).library(), siteTitle: "Test").pages.map(\.location.path)
  }

  @Test func `every page has the path that its file suggests`() {
    #expect(
      paths(SampleLibrary.text) == [
        "index.html", "modules/domain-rules/other/index.html", "modules/domain-rules/other/README.html",
        "modules/workflows/demo/index.html", "modules/workflows/demo/README.html", "modules/workflows/demo/workflows/go-workflow.html",
        "modules/workflows/demo/rules/a \"b\" #c? 100%.html", "modules/workflows/demo/rules/go-workflow.html",
        "modules/workflows/demo/rules/twin.html",
        "modules/workflows/demo/examples/run.html", "modules/workflows/demo/prompts/go-start.html",
        "modules/workflows/demo/prompts/ask.html", "prompts/index.html", "report.html", "search.html", "404.html",
      ]
    )
  }

  @Test func `a module at the root of the library lies directly in the folder of modules`() {
    #expect(paths("-- module.json --\n{}\n-- README.md --\n# R").dropFirst().first == "modules/index.html")
  }

  @Test(arguments: [
    ("-- m/module.json --\n{}\n-- m/rules/A.md --\n# A\n-- m/rules/a.md --\n# a", "modules/m/rules/a-2.html"),
    (
      "-- m/module.json --\n{}\n-- m/README.md --\n# R\n\n## A\n\n**Prompt** `x`:\n```\n1\n```\n\n## B\n\n**Prompt** `X`:\n```\n2\n```",
      "modules/m/prompts/x-2.html"
    ),
    ("-- m/module.json --\n{}\n-- m/index.md --\n# Index", "modules/m/index-2.html"),
    ("-- M/module.json --\n{}\n-- m/module.json --\n{}", "modules/m/index-2.html"),
    ("-- m/module.json --\n{}\n-- m/x.md --\n# X\n-- m/x.html/y.md --\n# Y", "modules/m/x.html/y.html"),
    ("-- m/module.json --\n{}\n-- m/x.md --\n# X\n-- m/x.html/y.md --\n# Y", "modules/m/x-2.html"),
  ])
  func `what would collide gets a number, also where case does not count`(library: String, expected: String) {
    let paths = paths(library)
    #expect(paths.contains(expected), "\(paths)")
    #expect(Set(paths.map { $0.lowercased() }).count == paths.count)
  }

  @Test func `links encode what a URL would misread, names on disk stay as they are`() throws {
    let map = SiteMap(LibraryText(SampleLibrary.text).library(), siteTitle: "Test")
    let page = try #require(map.page(ofFile: "workflows/demo/rules/a \"b\" #c? 100%.md"))
    #expect(page.location.path == "modules/workflows/demo/rules/a \"b\" #c? 100%.html")
    #expect(page.location.href == "modules/workflows/demo/rules/a%20%22b%22%20%23c%3F%20100%25.html")
  }

  @Test func `an id that tries to leave its folder becomes a plain name`() {
    let library = "-- m/module.json --\n{}\n-- m/README.md --\n# R\n\n## P\n\n**Prompt** `../../../x`:\n```\nhi\n```"
    #expect(paths(library).contains("modules/m/prompts/x.html"))
  }

  @Test func `a title of ten thousand letters gives names that a file system takes`() {
    let title = String(repeating: "long ", count: 2000)
    let library = "-- m/module.json --\n{}\n-- m/README.md --\n# R\n\n## \(title)\n\n**Prompt**:\n```\nhi\n```"
    #expect(paths(library).allSatisfy { $0.split(separator: "/").allSatisfy { $0.utf8.count <= 255 } })
  }

  @Test func `a prompt that is a file of its own has one page, not two`() {
    let map = SiteMap(LibraryText(SampleLibrary.text).library(), siteTitle: "Test")
    #expect(map.page(ofFile: "workflows/demo/prompts/ask.md")?.location.path == "modules/workflows/demo/prompts/ask.html")
    #expect(map.pages.count { $0.location.path.contains("ask") } == 1)
  }
}
