extension Language {
  /// A language by its names behind a fence, in lower case. It is made when code of it is first seen.
  private static let all: [(names: [String], language: @Sendable () -> Language)] = [
    (["sql", "postgresql", "postgres", "pgsql", "psql", "plpgsql", "mysql", "mariadb", "sqlite", "tsql", "mssql", "cql"], { .sql }),
    (["aql"], { .aql }),
    (["json", "jsonc", "json5", "ndjson", "jsonl"], { .json }),
    (["yaml", "yml"], { .yaml }),
    (["bash", "sh", "shell", "zsh", "console", "shell-session"], { .bash }),
    (["python", "py", "python3"], { .python }),
    (["javascript", "js", "mjs", "cjs", "jsx", "node"], { .javascript }),
    (["typescript", "ts", "tsx", "mts", "cts"], { .typescript }),
    (["cypher"], { .cypher }),
    (["php"], { .php }),
    (["diff", "patch"], { .diff }),
    (["http"], { .http }),
    (["markdown", "md"], { .markdown }),
    (["go", "golang"], { .go }),
    (["c", "h", "cpp", "c++", "cc", "hpp"], { .c }),
    (["powershell", "ps1", "pwsh"], { .powershell }),
    (["css", "scss", "less"], { .css }),
    (["html", "xml", "svg", "xhtml", "vue"], { .html }),
    (["redis"], { .redis }),
  ]

  /// The first name of each.
  package static let names = all.compactMap(\.names.first)

  private static let byName = Dictionary(
    all.flatMap { entry in entry.names.map { ($0, entry.language) } },
    uniquingKeysWith: { first, _ in first }
  )

  /// The language that a fence names; nil when it is none of ours.
  package static func named(_ name: String) -> Language? {
    byName[name]?() ?? byName[name.lowercased()]?()
  }
}
