import Files
import Library
import TestSupport
import Testing

/// The guidelines for databases that ship, and how they and the workflows lead to each other.
@Suite struct GuidelinesTests {
  /// The sixteen systems of the seed, as the names of their sheets have them.
  private static let systems = [
    "arangodb", "chroma", "csv", "dynamodb", "json", "milvus", "mongodb", "mysql", "neo4j", "pinecone", "postgresql", "qdrant", "redis",
    "sqlite", "sqlserver", "weaviate",
  ]

  private let library: Library
  private let guidelines: Module
  private let workflows: Module

  init() throws {
    library = try Repository.library("content")
    guidelines = try #require(library.module("domain-rules/database"))
    workflows = try #require(library.module("workflows/database"))
  }

  private var sheets: [MarkdownFile] { guidelines.guides.filter { $0.path.contains("/system-") } }

  private static func sheet(_ system: String) -> String { "domain-rules/database/rules/system-\(system).md" }

  /// The pages that the links of a file lead to.
  private func linked(from path: String) -> Set<String> {
    Set(
      library.references.filter { $0.path == path }.compactMap { reference -> String? in
        if case .page(let path, _) = reference.target { path } else { nil }
      }
    )
  }

  /// The cells of the tables under a heading, row by row, the line of dashes left out.
  private func table(under heading: String, of page: MarkdownFile) -> [[String]] {
    let lines = String(decoding: page.source.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { $0 != "## " + heading }.dropFirst().prefix { !$0.hasPrefix("## ") }
      .filter { $0.hasPrefix("|") && !$0.hasPrefix("|--") }
      .map { line in line.split(separator: "|").map { String($0).trimmed } }
  }

  @Test func `there is a sheet of each system, and all have the same twelve sections`() {
    #expect(sheets.map(\.path) == Self.systems.map(Self.sheet))
    for sheet in sheets {
      #expect(
        sheet.headings.filter { $0.level == 2 }.map(\.title) == [
          "Basis", "Choose when", "Do not choose when", "Limits", "Types and keys", "Indexes", "Changing it", "Diagnose", "Test setup",
          "Five mistakes", "Verify", "Sources",
        ],
        "\(sheet.path)"
      )
      #expect(table(under: "Five mistakes", of: sheet).count == 1 + 5, "\(sheet.path)")
    }
  }

  @Test func `each limit has an id of its own, a source, and the day of the check`() {
    var ids: [String] = []
    for sheet in sheets {
      let rows = table(under: "Limits", of: sheet)
      #expect(rows.first == ["id", "limit", "value", "scope", "since", "source", "checked"], "\(sheet.path)")
      for row in rows.dropFirst() {
        #expect(row.count == 7 && row.allSatisfy { !$0.isEmpty }, "\(sheet.path): \(row)")
        #expect(row[0].hasPrefix("`") && row[0].hasSuffix("`") && row[0].contains("."), "\(row[0])")
        #expect(row[6].count == 10 && row[6].hasPrefix("2026-"), "\(row[0]): \(row[6])")
        ids.append(row[0])
      }
    }
    #expect(Set(ids).count == ids.count && ids.count > 80)
  }

  @Test func `each guide and sheet closes with a table of sources`() {
    let router = "workflows/database/rules/workflow.md"
    for guide in workflows.guides + guidelines.guides where guide.path != router {
      let rows = table(under: "Sources", of: guide)
      #expect(rows.first == ["Page", "Version", "Checked"], "\(guide.path)")
      #expect(rows.count > 1 && rows.allSatisfy { $0.count == 3 }, "\(guide.path)")
      #expect(guide.headings.last?.title == "Sources", "\(guide.path)")
    }
  }

  @Test(arguments: systems)
  func `a system is reached from the router and from the selection guide, and has a profile`(system: String) {
    let sheet = Self.sheet(system)
    #expect(linked(from: "workflows/database/rules/workflow.md").contains(sheet))
    #expect(linked(from: "workflows/database/rules/selection-workflow.md").contains(sheet))
    #expect(library.configuration.profiles.contains { $0.name.hasPrefix(system + "-") })
  }

  @Test(arguments: systems)
  func `a system has an example of the workflows, run or marked, one link from the router`(system: String) {
    let shown = workflows.examples.filter { example in
      String(decoding: example.source.bytes, as: UTF8.self).split(separator: "\n")
        .contains { $0.hasPrefix("```") && ($0 + " ").contains(" engine=\(system)") }
    }
    #expect(!linked(from: "workflows/database/rules/workflow.md").isDisjoint(with: shown.map(\.path)))
  }

  @Test func `the workflows lead to each guide and sheet, and each guide leads back`() {
    let reached = workflows.guides.reduce(into: Set<String>()) { $0.formUnion(linked(from: $1.path)) }
    #expect(Set(guidelines.guides.map(\.path)).subtracting(reached) == [])
    let targets = Set(workflows.guides.map(\.path))
    for guide in guidelines.guides where !guide.path.contains("/system-") {
      #expect(!linked(from: guide.path).isDisjoint(with: targets), "\(guide.path)")
    }
  }

  @Test func `guides and sheets have the size that they may have`() {
    #expect(guidelines.guides.count == 11 + 16)
    #expect(guidelines.guides.allSatisfy { $0.count.characters <= 10_000 })
    #expect(sheets.allSatisfy { $0.count.characters <= 6_500 })
  }

  @Test func `no mark of an unchecked fact is left`() {
    for page in workflows.pages + guidelines.pages {
      let text = String(decoding: page.source.bytes, as: UTF8.self)
      for mark in ["[chk]", "[2nd]", "not looked up"] { #expect(!text.contains(mark), "\(page.path): \(mark)") }
    }
  }
}
