import Files
import Library
import TestSupport
import Testing

/// The library that ships: its start prompts are the seed's, to the letter, with tables that fit.
@Suite struct ContentTests {
  private let module: Module
  private let seed: Module

  init() throws {
    module = try #require(try Repository.library("content").module("workflows/database"))
    seed = try #require(try Repository.library("Tests/Fixtures/seed").module("workflows/database"))
  }

  private var starts: [Prompt] { module.prompts.filter { $0.path == module.readme?.path } }

  @Test func `the README's prompts are the seed's, byte for byte`() {
    #expect(starts.map(\.id) == ["select-start", "design-start", "migrate-start", "optimize-start", "test-start"])
    #expect(starts.map { Array($0.template.utf8) } == seed.prompts.map { Array($0.template.utf8) })
    #expect(starts.map(\.workflow) == seed.workflows.map(\.id))
  }

  @Test func `the README's workflows are the seed's, step for step`() {
    let workflows = module.workflows.filter { $0.path == module.readme?.path }
    #expect(workflows.map { [$0.id, $0.title, $0.purpose ?? ""] } == seed.workflows.map { [$0.id, $0.title, $0.purpose ?? ""] })
    #expect(workflows.map(\.steps) == seed.workflows.map(\.steps))
    #expect(workflows.map(\.prompt) == starts.map(\.id))
  }

  @Test func `every variable of every prompt is declared by its table, without a fault`() {
    for prompt in module.prompts {
      #expect(prompt.tableFaults == [], "\(prompt.id)")
      #expect(prompt.variables.allSatisfy { $0.isDeclared }, "\(prompt.id)")
      #expect(prompt.variables.allSatisfy { $0.example != nil && $0.description != nil }, "\(prompt.id)")
      #expect(prompt.variables.allSatisfy { $0.kind != .choice || $0.choices.contains($0.example ?? "") }, "\(prompt.id)")
    }
  }

  @Test func `the variables have the names that the tables give them`() {
    #expect(
      starts.map { $0.variables.map(\.name) } == [
        ["use_case", "data_structure", "query_patterns", "scale", "consistency_needs", "budget"],
        ["application_type", "entities", "relationships", "queries"],
        ["change_type", "object_type", "current_schema", "desired_schema", "constraints"],
        ["query", "current_performance", "expected_performance", "schema"],
        ["target", "database", "test_framework", "scope"],
      ]
    )
    #expect(starts.map(\.text) == starts.map(\.template))
  }

  @Test func `a guide fits what a tool loads, and all of them together fit one folder`() {
    #expect(module.guides.allSatisfy { $0.count.characters <= 7_000 })
    #expect(module.guides.reduce(0) { $0 + $1.count.characters } <= 49_400)
    #expect(module.examples.allSatisfy { $0.count.characters <= 9_000 })
    #expect(module.pages.allSatisfy { $0.role != .prompt || $0.count.characters <= 3_500 })
  }

  @Test func `the guides of the workflows are found by their names`() {
    #expect(
      module.workflows.prefix(5).map(\.guide) == [
        "workflows/database/rules/selection-workflow.md", "workflows/database/rules/schema-design-workflow.md",
        "workflows/database/rules/migration-workflow.md", "workflows/database/rules/optimization-workflow.md",
        "workflows/database/rules/testing-workflow.md",
      ]
    )
  }
}
