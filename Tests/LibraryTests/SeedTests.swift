import Files
import Library
import TestSupport
import Testing

/// The user's own specification, to the letter: `seed.md` is a README that must be read exactly as it is written.
@Suite struct SeedTests {
  private let module: Module
  /// The text between each fence that follows a prompt label, cut out of the bytes without any parser.
  private let fences: [String]

  init() throws {
    let library = try Repository.library("Tests/Fixtures/seed")
    module = try #require(library.module("workflows/database"))
    let readme = try #require(module.readme).source.text
    fences = try SeedTests.fences(in: readme)
  }

  static func fences(in readme: String) throws -> [String] {
    var fences: [String] = []
    var isTemplate = false
    var lines: [Substring] = []
    for line in readme.split(separator: "\n", omittingEmptySubsequences: false) {
      switch (line, isTemplate, lines.isEmpty) {
      case ("```", true, false):
        fences.append(lines.dropFirst().joined(separator: "\n"))
        (isTemplate, lines) = (false, [])
      case (_, true, _): lines.append(line)
      default: isTemplate = line.hasPrefix("**AI Prompt Template**")
      }
    }
    return fences
  }

  @Test func `five workflows with their titles, numbers and purposes`() {
    #expect(module.workflows.map(\.id) == SeedTests.ids)
    #expect(module.workflows.map(\.number) == [1, 2, 3, 4, 5])
    #expect(
      module.workflows.map(\.title) == [
        "Database Selection Workflow", "Schema Design Workflow", "Migration Workflow", "Optimization Workflow", "Testing Workflow",
      ]
    )
    #expect(
      module.workflows.map(\.purpose) == [
        "Choose the right database type for your use case", "Design optimal database schema",
        "Safely migrate database schema changes", "Improve database performance", "Ensure database reliability and correctness",
      ]
    )
    #expect(module.workflows.map(\.prompt) == SeedTests.ids)
    #expect(module.prompts.map(\.workflow) == SeedTests.ids)
  }

  @Test func `twenty-eight steps, word for word`() {
    #expect(module.workflows.map { $0.steps.map(\.text) } == SeedTests.steps)
    #expect(module.workflows.reduce(0) { $0 + $1.steps.count } == 28)
    #expect(module.workflows[2].steps[0].title == "Plan migration")
    #expect(module.workflows[2].steps[0].detail == "what changes, impact analysis")
  }

  @Test func `five prompts whose templates are what stands between the fences`() {
    #expect(fences.count == 5)
    #expect(module.prompts.map { Array($0.template.utf8) } == fences.map { Array($0.utf8) })
    #expect(module.prompts.map(\.text) == fences)
  }

  @Test func `twenty-nine placeholders give the twenty-three variables, in order and with their types`() {
    let placeholders = module.prompts.flatMap(\.parts).reduce(0) { total, part in
      switch part {
      case .literal: total
      case .slot: total + 1
      case .list(_, let source, _): total + source.count { $0 == "[" }
      }
    }
    #expect(placeholders == 29)
    let variables = module.prompts.map { prompt in prompt.variables.map { "\($0.name) \($0.kind.rawValue)" } }
    #expect(
      variables == [
        ["use_case text", "data_structure choice", "query_patterns choice", "scale text", "consistency_needs choice", "budget text"],
        ["application_type text", "entities list", "relationships list", "queries list"],
        ["choice_1 choice", "choice_2 choice", "current_schema text", "desired_schema text", "constraints choice"],
        ["sql_query_code multiline", "current_performance text", "expected_performance text", "schema text"],
        ["database_feature_migration_query text", "database text", "test_framework text", "scope choice"],
      ]
    )
    #expect(variables.joined().count == 23)
  }

  @Test func `choices are the words between the slashes`() throws {
    let choices = module.prompts.flatMap(\.variables).filter { $0.kind == .choice }.map(\.choices)
    #expect(
      choices == [
        ["structured", "semi-structured", "unstructured"], ["read-heavy", "write-heavy", "balanced"], ["strong", "eventual"],
        ["add", "modify", "remove"], ["table", "column", "index"], ["zero-downtime", "backward-compatible"],
        ["unit", "integration", "performance"],
      ]
    )
  }

  @Test func `its tree is the module's own, and each entry that is missing is known by its place`() throws {
    let tree = try #require(module.trees.first)
    let readme = try #require(module.readme)
    #expect(tree.isOwn && module.trees.count == 1)
    #expect(tree.entries.map(\.path).prefix(4) == ["module.json", "README.md", "rules", "rules/workflow.md"])
    #expect(tree.entries.filter { $0.exists }.map(\.path) == ["module.json", "README.md"])
    #expect(tree.entries.allSatisfy { readme.source.text($0.range) == $0.name })
  }

  private static let ids = [
    "database-selection-workflow", "schema-design-workflow", "migration-workflow", "optimization-workflow", "testing-workflow",
  ]

  private static let steps = [
    [
      "Analyze requirements (data structure, query patterns, scale)",
      "Evaluate database types (relational, NoSQL, vector, flat)",
      "Consider operational requirements (hosting, cost, expertise)",
      "Make selection and document rationale",
    ],
    [
      "Gather requirements and identify entities",
      "Map relationships between entities",
      "Apply normalization (for relational) or denormalization (for NoSQL)",
      "Define constraints and validation rules",
      "Plan indexes for common queries",
      "Review and validate design",
    ],
    [
      "Plan migration (what changes, impact analysis)",
      "Create migration script (up and down)",
      "Test migration on development database",
      "Plan rollback strategy",
      "Execute migration with monitoring",
      "Validate migration success",
    ],
    [
      "Profile current performance (identify slow queries)",
      "Analyze query execution plans",
      "Identify optimization opportunities (indexes, query rewrites, schema changes)",
      "Implement optimizations",
      "Benchmark and validate improvements",
      "Monitor ongoing performance",
    ],
    [
      "Set up test database environment",
      "Create test fixtures and seed data",
      "Write unit tests (data validation, constraints)",
      "Write integration tests (queries, transactions)",
      "Write performance tests (load, stress)",
      "Run tests in CI/CD pipeline",
    ],
  ]
}

extension Prompt {
  /// The parts put together again.
  var text: String { parts.map(\.source).joined() }
}

extension Prompt.Part {
  /// The part as it stands in the template.
  var source: String {
    switch self {
    case .literal(let text): text
    case .slot(_, let source), .list(_, let source, _): source
    }
  }
}
