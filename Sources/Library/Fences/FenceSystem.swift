/// A system that runnable fences are about: what `engine=` names. Which program stands in for it is the engine's matter.
package struct FenceSystem: Sendable, Hashable {
  /// What authors write: `postgresql`.
  package let id: String
  /// Its name in words.
  package let title: String
  /// The languages of fences that page defaults make about it; a fence that names its engine may have any.
  package let languages: [String]

  private init(_ id: String, _ title: String, _ languages: String...) {
    self.id = id
    self.title = title
    self.languages = languages
  }

  /// Every system that is known (`product.md` section 9), sorted. A library may define more in its configuration.
  package static let all: [FenceSystem] = [
    FenceSystem("arangodb", "ArangoDB", "aql"),
    FenceSystem("chroma", "Chroma", "python"),
    FenceSystem("csv", "CSV", "csv", "sh", "bash"),
    FenceSystem("dynamodb", "DynamoDB", "python"),
    FenceSystem("javascript", "JavaScript", "js", "javascript"),
    FenceSystem("json", "JSON", "json", "sh", "bash"),
    FenceSystem("milvus", "Milvus", "python"),
    FenceSystem("mongodb", "MongoDB", "js", "javascript", "python"),
    FenceSystem("mysql", "MySQL", "sql"),
    FenceSystem("neo4j", "Neo4j", "cypher"),
    FenceSystem("pinecone", "Pinecone", "python"),
    FenceSystem("postgresql", "PostgreSQL", "sql"),
    FenceSystem("python", "Python", "python", "py"),
    FenceSystem("qdrant", "Qdrant", "python"),
    FenceSystem("redis", "Redis", "redis"),
    FenceSystem("shell", "Shell", "sh", "bash"),
    FenceSystem("sqlite", "SQLite", "sql"),
    FenceSystem("sqlserver", "SQL Server", "sql", "tsql"),
    FenceSystem("weaviate", "Weaviate", "python"),
  ]

  /// The name in words of a system; a library's own has none but its id.
  package static func title(of id: String) -> String {
    all.first { $0.id == id }?.title ?? id
  }
}
