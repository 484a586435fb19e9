/// A system that runnable fences are about: what `engine=` names. Which program stands in for it is the engine's matter.
package struct FenceSystem: Sendable, Hashable {
  /// What authors write: `postgresql`.
  package let id: String
  /// Its name in words.
  package let title: String
  /// The languages of fences that page defaults make about it; a fence that names its engine may have any.
  package let languages: [String]

  /// The highest rung that any engine about it has: a receipt that says more is none.
  package let highest: Rung

  private init(_ id: String, _ title: String, _ highest: Rung, _ languages: String...) {
    self.id = id
    self.title = title
    self.highest = highest
    self.languages = languages
  }

  /// Every system that is known (`product.md` section 9), sorted. A library may define more in its configuration.
  package static let all: [FenceSystem] = [
    FenceSystem("arangodb", "ArangoDB", .f, "aql"),
    FenceSystem("chroma", "Chroma", .a, "python"),
    FenceSystem("csv", "CSV", .a, "csv", "sh", "bash"),
    FenceSystem("dynamodb", "DynamoDB", .c, "python"),
    FenceSystem("javascript", "JavaScript", .a, "js", "javascript"),
    FenceSystem("json", "JSON", .a, "json", "sh", "bash"),
    FenceSystem("milvus", "Milvus", .c, "python"),
    FenceSystem("mongodb", "MongoDB", .c, "js", "javascript", "python"),
    FenceSystem("mysql", "MySQL", .c, "sql"),
    FenceSystem("neo4j", "Neo4j", .c, "cypher"),
    FenceSystem("pinecone", "Pinecone", .e, "python"),
    FenceSystem("postgresql", "PostgreSQL", .a, "sql"),
    FenceSystem("python", "Python", .a, "python", "py"),
    FenceSystem("qdrant", "Qdrant", .b, "python"),
    FenceSystem("redis", "Redis", .a, "redis"),
    FenceSystem("shell", "Shell", .a, "sh", "bash"),
    FenceSystem("sqlite", "SQLite", .a, "sql"),
    FenceSystem("sqlserver", "SQL Server", .d, "sql", "tsql"),
    FenceSystem("weaviate", "Weaviate", .e, "python"),
  ]

  /// The highest rung that something about a system can have.
  package static func highest(of id: String) -> Rung {
    all.first { $0.id == id }?.highest ?? .a
  }

  /// The name in words of a system; a library's own has none but its id.
  package static func title(of id: String) -> String {
    all.first { $0.id == id }?.title ?? id
  }
}
