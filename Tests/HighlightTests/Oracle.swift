import Files
import Highlight
import JSON
import TestSupport

/// Code with the lexer of Pygments that knows it.
struct Sample: Sendable {
  let language: String
  let lexer: String
  let text: String

  /// The class of each byte, as we tell it.
  var classes: [TokenClass] {
    var classes = Array(repeating: TokenClass.plain, count: text.utf8.count)
    Array(text.utf8).withUnsafeBufferPointer { code in
      Language.named(language)?.tokens(of: code) { tokenClass, range in
        for index in range { classes[index] = tokenClass }
      }
    }
    return classes
  }
}

/// What Pygments says of samples, in our classes.
struct Oracle {
  /// How many characters one sees.
  private(set) var visible = 0
  /// How many of them are in the same class here and there.
  private(set) var same = 0
  /// What Pygments calls otherwise, with the number of characters: its type, our class and the token.
  private var others: [String: Int] = [:]

  var share: Double { visible == 0 ? 0 : Double(same) / Double(visible) }

  /// What differs most.
  var differences: String {
    others.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(25).map { "\($0.value) \($0.key)" }.joined(separator: "\n")
  }

  init(comparing samples: [Sample]) throws {
    let scratch = try Scratch()
    let request = samples.map { JSONText.object([("lexer", .string($0.lexer)), ("text", .string($0.text))]) }
    try scratch.put("samples.json", bytes: JSONWriter.file(.array(request)))
    let script = Repository.root + "/Tests/Readers/pygments_tokens.py"
    let out = try Readers.run("python", [script, scratch["samples.json"]]).out
    let answers = JSONReader.read(Array(out.utf8)).value?.array ?? []
    guard answers.count == samples.count else { throw MachineFailure("Pygments does not answer") }
    for (sample, answer) in zip(samples, answers) { compare(sample, answer.array ?? []) }
  }

  private mutating func compare(_ sample: Sample, _ tokens: [JSONValue]) {
    let bytes = Array(sample.text.utf8)
    let classes = sample.classes
    var position = 0
    for token in tokens {
      let type = token.array?.first?.string ?? ""
      let end = min(position + (token.array?.last?.int ?? 0), bytes.count)
      defer { position = end }
      // The lexer of PostgreSQL takes the point of `a.b` for a number.
      let isPoint = end == position + 1 && type == "Token.Literal.Number.Float" && bytes[position] == UInt8(ascii: ".")
      let text = String(decoding: bytes[position..<end], as: UTF8.self)
      if type.hasPrefix("Token.Name"), Self.unknown[sample.lexer]?.contains(text.uppercased()) ?? false { continue }
      guard let expected = isPoint ? .plain : Self.tokenClass(of: type, in: sample.lexer) else { continue }
      for index in position..<end where bytes[index] > 0x20 && bytes[index] & 0xC0 != 0x80 {
        // In YAML a plain text is one type to Pygments, numbers and `true` included.
        if sample.lexer == "yaml", expected == .plain, classes[index] == .number || classes[index] == .keyword { continue }
        visible += 1
        if classes[index] == expected {
          same += 1
        } else {
          others["\(type) is \(classes[index]): \(text.prefix(60))", default: 0] += 1
        }
      }
    }
  }

  /// Our class of a type of Pygments: that of the longest part of its name that is known. Nil for what it could not read.
  private static func tokenClass(of type: String, in lexer: String) -> TokenClass? {
    if type == "Token.Error" { return nil }
    var type = type.dropFirst("Token.".count)
    while !type.isEmpty {
      if let known = special[lexer]?[String(type)] ?? classes[String(type)] { return known }
      type = type.prefix(max(0, (type.lastIndex(of: ".").map { type.distance(from: type.startIndex, to: $0) }) ?? 0))
    }
    return .plain
  }

  private static let classes: [String: TokenClass] = [
    "Comment": .comment, "Comment.Preproc": .meta, "Literal.String": .string, "Literal.Number": .number, "Literal.Date": .number,
    "Keyword": .keyword, "Operator.Word": .keyword, "Name.Builtin": .name, "Name.Builtin.Pseudo": .keyword, "Name.Exception": .name,
    "Name.Function": .name, "Name.Class": .name, "Name.Tag": .name, "Name.Attribute": .name, "Name.Decorator": .meta,
    "Name.Variable": .meta,
    "Name.Label": .name,
  ]

  /// Where a lexer means something else by a type.
  private static let special: [String: [String: TokenClass]] = {
    // Types of columns are builtins or classes; names in marks are names, and functions of the system have no colour.
    let sql: [String: TokenClass] = [
      "Name.Builtin": .keyword, "Name.Class": .keyword, "Name.Constant": .keyword, "Name.Function": .plain, "Name.Quoted": .plain,
      "Literal.String.Name": .plain, "Literal.String.Symbol": .plain,
    ]
    let tsql = sql.merging(["Name.Builtin": .meta]) { $1 }
    // Texts of several lines, words in brackets, anchors, tags and the marks of documents.
    let yaml: [String: TokenClass] = [
      "Name.Constant": .string, "Name.Variable": .plain, "Name.Label": .meta, "Keyword.Type": .meta, "Name.Namespace": .meta,
    ]
    let bash: [String: TokenClass] = ["Literal.String.Interpol": .meta]
    return ["postgresql": sql, "mysql": sql, "tsql": tsql, "yaml": yaml, "bash": bash]
  }()

  /// Words of a language that the lexer of Pygments does not know, so that it says nothing about them.
  private static let unknown: [String: Set<String>] = [
    "postgresql": ["GLOB", "PRAGMA", "VIRTUAL"], "mysql": ["DELIMITER"], "typescript": ["IS", "KEYOF", "OBJECT"],
    "cypher": [
      "AND", "CONSTRAINT", "CONTAINS", "DETACH", "ELSE", "ENDS", "EXISTS", "EXPLAIN", "FOR", "FROM", "HEADERS", "IF", "INDEXES", "LOAD",
      "NOT",
      "OF", "OR", "REMOVE", "REQUIRE", "ROWS", "SHOW", "STARTS", "TRANSACTIONS", "XOR", "YIELD",
    ],
  ]
}
