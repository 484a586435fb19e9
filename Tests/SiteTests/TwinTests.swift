import Files
import Library
import Markdown
import Site
import TestSupport
import Testing

/// The twin of each page in Markdown.
@Suite struct TwinTests {
  /// Links of Markdown files that lead to no file of the site, or to no heading of it.
  private func brokenLinks(_ site: SiteReader) -> [String] {
    let twins = site.files.filter { $0.key.hasSuffix(".md") && !$0.key.hasPrefix("context/") || $0.key == "llms-full.txt" }
    let documents = twins.mapValues { Document(parsing: Array($0.utf8)) }
    return documents.sorted { $0.key < $1.key }.flatMap { path, document in
      links(of: document).filter { address in
        if ["https:", "http:", "mailto:"].contains(where: address.hasPrefix) { return false }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map { decoded(String($0)) }
        guard let target = parts[0].isEmpty ? path : Path.resolve(parts[0], from: Path.folder(path)) else { return true }
        guard site.files[target] != nil else { return true }
        return parts.count > 1 && !(documents[target].map(anchors)?.contains(parts[1]) ?? false)
      }.map { "\(path): \($0)" }
    }
  }

  private func links(of document: Document) -> [String] {
    document.nodes.compactMap { node in
      switch node.kind {
      case .link(let destination, _), .image(let destination, _): document.string(destination)
      default: nil
      }
    }
  }

  private func anchors(of document: Document) -> Set<String> {
    Set(document.nodes.compactMap { if case .heading(_, let id) = $0.kind { document.string(id) } else { nil } })
  }

  private func decoded(_ address: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(address.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `each page names a twin that is there`() throws {
    let site = try SiteReader(SampleLibrary.text)
    for (path, html) in site.pages {
      let twin = String(path.dropLast(5)) + ".md"
      let link = try #require(html.firstRange(of: "<link rel=\"alternate\" type=\"text/markdown\" href=\""), "\(path)")
      #expect(html[link.upperBound...].prefix { $0 != "\"" }.hasSuffix(".md"))
      #expect(site.files[twin]?.hasPrefix("#") ?? false, "\(twin)")
    }
  }

  @Test func `links of twins lead to twins, copies and headings that are there`() throws {
    #expect(brokenLinks(try SiteReader(SampleLibrary.text)) == [])
  }

  @Test func `an article with nothing to change is its source to the byte`() throws {
    let source = "# A\n\nSee [b](b.md#x), [out](https://example.org) and ![p](p.png).\n\n| a | b |\n|---|---|\n| 1 | `x` |\n"
    let site = try SiteReader("-- m/module.json --\n{}\n-- m/p.png --\nx\n-- m/b.md --\n# B\n\n## X\n-- m/a.md --\n\(source)")
    #expect(site.files["modules/m/a.md"] == source)
  }

  @Test func `what leads elsewhere on the site leads there, and what leads nowhere is said`() throws {
    let text = """
      -- m/module.json --
      {}
      -- m/a.md --
      ---
      x: y
      ---
      # A

      [data](data.sql), [folder](rules/), [gone](gone.md), [out](../../x), [run](javascript:alert(1)), [by label][l], ![far](https://e.org/p.png)

      ```sql engine=sqlite
      SELECT 1;
      ```

      [l]: rules/g.md
      -- m/data.sql --
      SELECT 1;
      -- m/rules/g.md --
      # G
      """
    let twin = try SiteReader(text).page("modules/m/a.md")
    #expect(
      twin == """
        # A

        [data](data.sql.txt), [folder](index.md), gone (`m/gone.md`), out, run, [by label](rules/g.md), (image: far)

        ```sql
        SELECT 1;
        ```

        """
    )
  }

  @Test func `a page that is no file says in Markdown what it shows, and text of a module is only text`() throws {
    let text = """
      -- m/module.json --
      { "displayName": "A *b* <i>", "description": "[x](y) `z`", "version": "1.0" }
      -- m/README.md --
      # R

      ### 1. Go Workflow

      **Purpose**: Go *there*

      **Steps**:
      1. Plan | one
      2. Go

      **Checklist**:
      - [ ] done
      - twice

      **AI Prompt Template** `go`:
      ````
      Take ``` to [place].
      ````
      """
    let site = try SiteReader(text)
    let module = site.page("modules/m/index.md")
    #expect(module.hasPrefix("# A \\*b\\* \\<i\\>\n\n\\[x\\](y) \\`z\\`\n"))
    #expect(module.contains("- [1. Go Workflow](workflows/go-workflow.md): Go there\n"))
    let workflow = site.page("modules/m/workflows/go-workflow.md")
    #expect(workflow.contains("## Steps\n\n1. Plan \\| one\n2. Go\n"))
    #expect(workflow.contains("````text\nTake ``` to [place].\n````\n") && workflow.contains("- done\n- twice\n"))
    let prompt = site.page("modules/m/prompts/go.md")
    #expect(prompt.contains("- `place`: `[place]`, text\n") && prompt.contains("[1. Go Workflow](../workflows/go-workflow.md)"))
    #expect(site.page("index.md").contains("[A \\*b\\* \\<i\\>](modules/m/index.md)"))
    #expect(site.page("prompts/index.md").contains("(../modules/m/prompts/go.md)"))
  }

  @Test func `twins that would collide with something else give way`() throws {
    let text = "-- m/module.json --\n{}\n-- m/x.md --\n# X\n-- m/x.md.d/y.md --\n# Y\n-- m/a/x.md/z.md --\n# Z\n-- m/a/x.html.md --\n# W"
    let site = try SiteReader(text)
    #expect(Set(site.order.map { $0.lowercased() }).count == site.order.count)
    for path in site.order {
      var folder = Path.folder(path)
      while !folder.isEmpty {
        #expect(site.files[folder] == nil, "\(folder) is a file and a folder")
        folder = Path.folder(folder)
      }
    }
  }

  @Test func `a comparison is tables, and a dash stands for what is not stated`() throws {
    let site = try SiteReader(CollectionPagesTests.colours)
    let text = site.page("collections/colours/compare.md")
    let red = "[Red](../../modules/workflows/demo/rules/colour-red.md)"
    #expect(text.contains("| Colours & more | Mood |\n|---|---|\n".replacing("&", with: "\\&")))
    #expect(text.contains("| \(red) | warm, see the blue. |\n") && text.contains("| \(red) | 1 MB (file) | \\<7\\> |\n"))
    #expect(text.contains("| \u{2014} |\n"))
    #expect(brokenLinks(site) == [])
  }

  @Test func `llms-full.txt holds the articles in reading order, with links from the root`() throws {
    let text = try SiteReader(SampleLibrary.text).page("llms-full.txt")
    let first = try #require(text.firstRange(of: "Source: <modules/workflows/demo/README.md>\n\n# Demo & more\n"))
    let second = try #require(text.firstRange(of: "Source: <modules/workflows/demo/rules/go-workflow.md>\n\n# Going\n"))
    #expect(first.lowerBound < second.lowerBound)
    #expect(text.contains("[the guide](modules/workflows/demo/rules/go-workflow.md#plan)"))
  }

  @Test func `llms-full.txt ends where it would be too long for anyone, and says so`() throws {
    let long = String(repeating: "word ", count: 170_000)
    let files = (1...6).map { "-- m/f\($0).md --\n# F\($0)\n\n\(long)" }.joined(separator: "\n")
    let text = try SiteReader("-- m/module.json --\n{}\n\(files)").page("llms-full.txt")
    #expect(text.utf8.count < 4_300_000 && text.hasSuffix("The rest is left out: llms.txt lists every page.\n"))
    #expect(text.contains("# F4\n") && !text.contains("# F6\n"))
  }
}
