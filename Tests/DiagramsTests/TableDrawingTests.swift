import Diagrams
import Testing

/// The picture of tables.
@Suite struct TableDrawingTests {
  private func svg(_ sql: String) throws -> String {
    let schema = try #require(TableReader.schema(of: Array(sql.utf8)[...]))
    return String(decoding: TableDrawing.svg(of: schema, id: "t:1"), as: UTF8.self)
  }

  /// The left end of the boxes, in the order of the tables.
  private func lefts(_ svg: String) -> [Int] {
    svg.matches(of: /class="name" x="(-?[0-9]+)"/).compactMap { Int($0.1) }
  }

  @Test func `what is referred to stands left of what refers, step by step`() throws {
    let svg = try svg(
      "CREATE TABLE c (b int REFERENCES b); CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a); CREATE TABLE a (id int)"
    )
    let lefts = lefts(svg)
    #expect(lefts.count == 3 && lefts[2] < lefts[1] && lefts[1] < lefts[0])
    #expect(svg.ranges(of: "class=\"line\"").count == 2)
  }

  @Test func `the picture has a name and says its links in words`() throws {
    let svg = try svg("CREATE TABLE a (\"<x>\" int REFERENCES b, y int)")
    #expect(svg.hasPrefix("<svg role=\"img\" aria-labelledby=\"t:1-title t:1-text\""))
    #expect(svg.contains("<title id=\"t:1-title\">Tables: a, b</title>\n<desc id=\"t:1-text\">a.&lt;x&gt; refers to b.</desc>"))
    #expect(svg.contains(">&lt;x&gt;</text>") && !svg.contains("<x>"))
  }

  @Test(arguments: [
    "CREATE TABLE a (b int REFERENCES b); CREATE TABLE b (a int REFERENCES a)",
    "CREATE TABLE a (id int PRIMARY KEY, a int REFERENCES a, b int REFERENCES b)",
    "CREATE TABLE a (id int); CREATE TABLE b (a int REFERENCES a); CREATE TABLE c (a int REFERENCES a, b int REFERENCES b)",
  ]) func `every line stays in the picture, circles and long ways included`(_ sql: String) throws {
    let svg = try svg(sql)
    let size = try #require(svg.firstMatch(of: /width="([0-9]+)" height="([0-9]+)"/))
    let (width, height) = (try #require(Int(size.1)), try #require(Int(size.2)))
    let points = svg.matches(of: /[ML](-?[0-9]+) (-?[0-9]+)/)
    #expect(points.count > 8)
    for point in points {
      let (x, y) = (try #require(Int(point.1)), try #require(Int(point.2)))
      #expect(x >= 0 && x <= width - 4 && y >= 0 && y <= height - 4, "\(x) \(y) in \(width) \(height)")
    }
  }
}
