import Files
import Library
import Site
import TestSupport
import Testing

/// Collections on the site: an index, the way between members, and the tables that compare them.
@Suite struct CollectionPagesTests {
  static let colours = """
    -- augury.yml --
    collections:
      - id: colours
        title: Colours & more
        summary: One page a colour.
        pattern: rules/colour-*.md
        comparison: { heading: Limits, ids: id, fact: limit, value: value, note: scope, labels: [Mood] }
    profiles: { warm: ["workflows/demo:rules/colour-red.md"] }
    -- workflows/demo/module.json --
    { "name": "demo", "displayName": "Demo" }
    -- workflows/demo/README.md --
    # Demo

    About colours.
    -- workflows/demo/rules/colour-red.md --
    # Red

    A warm one.

    **Mood**: warm, see [the blue](colour-blue.md#limits).[^1]

    ```sqlite engine=sqlite run=no reason="none"
    SELECT 1;
    ```

    ## Limits

    | id | limit | value | scope |
    |---|---|---|---|
    | `red.size` | size of a picture | 1 *MB*[^1] | file |
    | `red.shades` | shades | `<7>` | |
    | `red.age` | age | 3 years | |

    [^1]: Measured.
    -- workflows/demo/rules/colour-blue.md --
    # Blue

    A cold one.

    ## Limits

    | id | limit | value | scope |
    |---|---|---|---|
    | `blue.size` | size | 2 MB | file |
    -- workflows/demo/rules/colour-sqlite.md --
    # Gray

    Named after an engine.

    ## Limits

    | id | limit | value | scope |
    |---|---|---|---|
    | `gray.shades` | shades | 256 | |
    | `gray.depth` | depth | 8 bits | pixel |
    -- workflows/demo/rules/guide.md --
    # Guide

    No more than `red.size`.
    """

  private func site(_ more: String = "") throws -> SiteReader { try SiteReader(Self.colours + more) }

  @Test func `without a collection nothing speaks of one`() throws {
    let site = try SiteReader(SampleLibrary.text)
    #expect(!site.files.keys.contains { $0.hasPrefix("collections/") })
    #expect(!site.page("index.html").contains("collections/") && !site.page("index.html").contains("Compare"))
  }

  @Test func `one collection is reached by its comparison, several by their list`() throws {
    let one = try site()
    #expect(one.files["collections/index.html"] == nil)
    #expect(one.page("index.html").contains(#"<a href="collections/colours/compare.html">Compare</a>"#))
    let compare = one.page("collections/colours/compare.html")
    #expect(compare.contains(#"<a href="../../collections/colours/compare.html" aria-current="true">Compare</a>"#))
    let text = Self.colours.replacing(
      "profiles:",
      with: "  - { id: guides, title: Guides, pattern: rules/guide.md }\n  - { id: none, title: None, pattern: x.md }\nprofiles:"
    )
    let several = try SiteReader(text)
    #expect(several.page("index.html").contains(#"<a href="collections/index.html">Compare</a>"#))
    #expect(several.page("collections/index.html").contains(">Guides</a>") && several.files["collections/guides/compare.html"] == nil)
    #expect(several.files["collections/none/index.html"] == nil)
    #expect(several.brokenLinks == [])
    #expect(several.page("collections/colours/compare.html").contains(#"<li><a href="../../collections/index.html">Collections</a></li>"#))
    #expect(compare.contains(#"<li><a href="../../collections/colours/index.html">Colours &amp; more</a></li>"#))
  }

  @Test func `pages of collections are whole and lead somewhere`() throws {
    let site = try site()
    for path in ["collections/colours/index.html", "collections/colours/compare.html", "modules/workflows/demo/rules/colour-red.html"] {
      #expect(HTMLInspection(Array(site.page(path).utf8)).problems == [], "\(path)")
    }
    #expect(site.brokenLinks == [])
    let index = site.page("collections/colours/index.html")
    #expect(index.contains("Colours &amp; more</h1>") && index.contains("One page a colour."))
    #expect(index.contains("<span class=\"badge rung-f\">1 not executed</span>") && index.contains("3 members"))
  }

  @Test func `members are rows, facts are columns, and what a member does not state is said`() throws {
    let html = try site().page("collections/colours/compare.html")
    let unstated = "<td><span aria-hidden=\"true\">\u{2014}</span><span class=\"quiet\">not stated</span></td>"
    let none = unstated.replacing("not stated", with: "no examples")
    let rules = "../../modules/workflows/demo/rules"
    let blue = "<tr><th scope=\"row\"><a href=\"\(rules)/colour-blue.html\">Blue</a></th>"
    // The labelled paragraphs, their links seen from here, without the footnote.
    #expect(html.contains("\(blue)\(unstated)\(none)</tr>"))
    #expect(html.contains("<td>warm, see <a href=\"\(rules)/colour-blue.html#limits\">the blue</a>.</td><td><span class=\"badge rung-f\">"))
    // Shared facts, by the end of their ids and called by the shortest name.
    #expect(html.contains("<th scope=\"col\">size <code class=\"key\">size</code></th><th scope=\"col\">shades"))
    #expect(html.contains("\(blue)<td>2 MB<span class=\"cell-note\">file</span></td>\(unstated)\(none)</tr>"))
    #expect(html.contains("<td>1 <em>MB</em><span class=\"cell-note\">file</span></td><td><code>&lt;7&gt;</code></td><td>"))
    // What one alone states.
    let single = try #require(html.firstRange(of: "id=\"single\""))
    let rest = html[single.upperBound...]
    #expect(rest.contains("age <code class=\"key\">red.age</code></td><td>3 years</td>") && rest.contains("8 bits"))
    #expect(!rest.contains("size") && !html.contains("footnote"))
  }

  @Test func `a member leads to the others, and says what else concerns it`() throws {
    let site = try site()
    let gray = site.page("modules/workflows/demo/rules/colour-sqlite.html")
    #expect(gray.contains("<nav class=\"strip\" aria-label=\"Colours &amp; more\">") && gray.contains("3 of 3"))
    #expect(gray.contains("aria-label=\"Before: Red\">Red</a>") && !gray.contains("strip-next"))
    #expect(gray.contains(#"colour-red.html">Red</a><span class="kind">Guide with code for it</span>"#))
    let red = site.page("modules/workflows/demo/rules/colour-red.html")
    #expect(red.contains(#"context/warm.md">warm</a><span class="kind">Profile, 1 file to load together</span>"#))
    #expect(red.contains(#"guide.html">Guide</a><span class="kind">Guide</span>"#))
    let guide = site.page("modules/workflows/demo/rules/guide.html")
    #expect(!guide.contains("strip") && guide.contains("demo/rules/colour-red.html#limits\"><code>red.size</code></a>"))
  }

  @Test func `many facts are cut into tables of a few, each with those who state one of them`() throws {
    let rows = (1...20).map { "| f\($0) | \($0) |" }.joined(separator: "\n")
    let text = """
      -- augury.yml --
      collections: [{ id: a, title: A, pattern: "*.md", comparison: { heading: Facts } }]
      -- m/module.json --
      {}
      -- m/a.md --
      # A

      ## Facts

      | fact | value |
      |---|---|
      \(rows)
      -- m/b.md --
      # B

      ## Facts

      | fact | value |
      |---|---|
      \(rows)
      -- m/c.md --
      # C

      ## Facts

      | fact | value |
      |---|---|
      | f20 | x |
      """
    let html = try SiteReader(text).page("collections/a/compare.html")
    #expect(html.ranges(of: "<table>").count == 4 && html.ranges(of: ">C</a></th>").count == 1)
    #expect(html.ranges(of: "<th scope=\"col\">f").count == 20)
  }
}
