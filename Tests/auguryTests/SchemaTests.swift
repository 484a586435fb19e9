import Diagnostics
import Files
import Foundation
import JSON
import Library
import TestSupport
import Testing
import Validation

/// The published JSON Schemas: what an independent validator says by them, and what `augury check` says.
@Suite struct SchemaTests {
  private static let fixtures = Repository.root + "/Tests/Fixtures/schema/"

  /// The fixtures of a schema: `good/minimal.json`, `bad/missing-field.name.json`.
  private static func files(_ schema: String) -> [String] {
    ["good", "bad"].flatMap { kind in
      ((try? FileManager.default.contentsOfDirectory(atPath: fixtures + schema + "/" + kind)) ?? []).sorted().map { "\(kind)/\($0)" }
    }
  }

  /// What the validator refuses of all fixtures of a schema, in one run of it.
  private static func refused(_ schema: String) throws -> Set<String> {
    let scratch = try Scratch()
    try scratch.put("schema.json", try Tool.run("schema", schema).out)
    let folder = fixtures + schema + "/"
    let refused = try SchemaValidator.refused(files(schema).map { folder + $0 }, by: scratch["schema.json"])
    return Set(refused.map { String($0.dropFirst(folder.count)) })
  }

  private static let refusedModules = Result { try refused("module") }
  private static let refusedConfigurations = Result { try refused("config") }

  // MARK: module.json

  /// The rules that judge the values of one `module.json` and nothing else.
  private static let rulesOfOneFile = [
    "description-length", "duplicate-entry", "invalid-version", "keywords-not-tags", "malformed-json", "misplaced-field", "missing-field",
    "stale-character-count", "unknown-priority", "unknown-type", "wrong-field-type",
  ]

  @Test(.enabled(if: SchemaValidator.isWanted, "needs check-jsonschema, which .ci/python installs"), arguments: files("module"))
  func `a validator judges a module as it should`(file: String) throws {
    #expect(try Self.refusedModules.get().contains(file) == file.hasPrefix("bad/"))
  }

  @Test(arguments: files("module"))
  func `check gives the verdict that the schema gives`(file: String) throws {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: Self.fixtures + "module/" + file)))
    let library = LibraryText("-- augury.yml --\npreset: augx\n").adding("workflows/fixture/module.json", bytes).library()
    let findings = try Check(select: Self.rulesOfOneFile).findings(in: library).filter { finding in
      finding.path.hasSuffix("module.json") && finding.severity > .note && !isOfOtherFiles(finding, library)
    }
    let rules = Set(findings.map(\.rule))
    guard file.hasPrefix("bad/") else {
      #expect(rules == [])
      return
    }
    let meant = String(file.dropFirst(4).prefix { $0 != "." })
    #expect(rules.contains(meant), "\(rules)")
  }

  /// Whether a count is only not the one that is measured in other files.
  private func isOfOtherFiles(_ finding: Finding, _ library: Library) -> Bool {
    let count = library.modules.first?.manifest.root?["augment"]?["characterCount"]?.int
    return finding.rule == "stale-character-count" && count.map { $0 > 0 } ?? false
  }

  // MARK: augury.yml

  @Test(.enabled(if: SchemaValidator.isWanted, "needs check-jsonschema, which .ci/python installs"), arguments: files("config"))
  func `a validator judges a configuration as it should`(file: String) throws {
    #expect(try Self.refusedConfigurations.get().contains(file) == file.hasPrefix("bad/"))
  }

  @Test(arguments: files("config"))
  func `a configuration is read as the schema says`(file: String) throws {
    let source = SourceFile(path: "augury.yml", bytes: Array(try Data(contentsOf: URL(fileURLWithPath: Self.fixtures + "config/" + file))))
    let read = Configuration.read(source)
    let faults = read.faults + Check.faults(in: read.configuration)
    #expect(faults.isEmpty == file.hasPrefix("good/"), "\(faults.map(\.message))")
  }

  // MARK: What the program writes

  @Test(
    .enabled(if: SchemaValidator.isWanted, "needs check-jsonschema, which .ci/python installs"),
    arguments: ["module", "config", "findings", "report", "prompt", "prompts", "context", "contexts", "export"]
  )
  func `each schema is one, and a build publishes it`(name: String) throws {
    let scratch = try library()
    let schema = try Tool.run("schema", name)
    #expect(schema.code == 0 && schema.talk == "" && !schema.out.contains("\"@"))
    try scratch.put("schema.json", schema.out)
    #expect(try SchemaValidator.isSchema(scratch["schema.json"]))
    _ = try Tool.run("build", "--output", "public", in: scratch.path)
    #expect(scratch.text("public/schema/\(name).json") == schema.out)
  }

  @Test(.enabled(if: SchemaValidator.isWanted, "needs check-jsonschema, which .ci/python installs"))
  func `what is written follows its schema, and what does not is refused`() throws {
    let scratch = try library()
    for name in ["findings", "report"] { try scratch.put("\(name).schema.json", try Tool.run("schema", name).out) }
    _ = try Tool.run("check", "--report", "json=findings.json", in: scratch.path)
    _ = try Tool.run("build", "--output", "public", in: scratch.path)
    try scratch.put("report.json", try #require(scratch.text("public/report.json")))
    for name in ["findings", "report"] {
      let text = try #require(scratch.text("\(name).json"))
      #expect(text.contains("\"fix\"") && text.contains("\"measure\""))
      let changes = [
        ("\"severity\": \"error\"", "\"severity\": \"fatal\""), ("\"line\": ", "\"line\": -"),
        ("\"schemaVersion\": 1", "\"schemaVersion\": 2"),
      ]
      for (index, change) in changes.enumerated() { try scratch.put("\(name)-\(index).json", text.replacing(change.0, with: change.1)) }
      let files = ["\(name).json"] + changes.indices.map { "\(name)-\($0).json" }
      #expect(
        try SchemaValidator.refused(files.map { scratch[$0] }, by: scratch["\(name).schema.json"])
          == Set(files.dropFirst().map { scratch[$0] })
      )
    }
  }

  @Test(
    .enabled(if: SchemaValidator.isWanted, "needs check-jsonschema, which .ci/python installs"),
    arguments: [("prompt", "title"), ("prompts", "title"), ("context", "text"), ("contexts", "missing"), ("export", "state")]
  )
  func `what is told of prompts and profiles follows its schema`(name: String, required: String) throws {
    let scratch = try library()
    try scratch.put("schema.json", try Tool.run("schema", name).out)
    try scratch.put("good.json", try written(name, in: scratch))
    try scratch.put("bad.json", try written(name, in: scratch).replacing("\"\(required)\": ", with: "\"x\": "))
    #expect(
      try SchemaValidator.refused(["good.json", "bad.json"].map { scratch[$0] }, by: scratch["schema.json"]) == [scratch["bad.json"]]
    )
  }

  @Test(arguments: ["findings", "report", "prompt", "prompts", "context", "contexts", "export"])
  func `every member that is written is described`(name: String) throws {
    let schema = try #require(JSONReader.read(Array(try Tool.run("schema", name).out.utf8)).value)
    let value = try #require(JSONReader.read(Array(try written(name, in: try library()).utf8)).value)
    #expect(undescribed(value, by: schema, in: schema, at: "") == [])
  }

  /// What the program writes in the form of a schema: about a library with findings, or about a prompt of the one that ships.
  private func written(_ name: String, in scratch: Scratch) throws -> String {
    switch name {
    case "prompt": return try Tool.run("prompt", "show", "migrate-start", "--format", "json").out
    case "prompts": return try Tool.run("prompt", "list", "--format", "json").out
    case "export": return try Tool.run("export", "--target", "copilot,agents-md", "--format", "json").out
    case "context": return try Tool.run("context", "start", "--format", "json", in: scratch.path).out
    case "contexts": return try Tool.run("context", "--format", "json", in: scratch.path).out
    case "findings": return try Tool.run("check", "--report", "json", in: scratch.path).out
    default:
      _ = try Tool.run("build", "--output", "public", in: scratch.path)
      return scratch.text("public/report.json") ?? ""
    }
  }

  /// The members that no property of a schema describes.
  private func undescribed(_ value: JSONValue, by part: JSONValue, in schema: JSONValue, at path: String) -> [String] {
    let name = part["$ref"]?.string.map { String($0.dropFirst("#/$defs/".count)) }
    let part = name.flatMap { schema["$defs"]?[$0] } ?? part
    if let elements = value.array, let items = part["items"] {
      return elements.flatMap { undescribed($0, by: items, in: schema, at: path + "[]") }
    }
    guard let members = value.object, part["additionalProperties"] == nil else { return [] }
    return members.flatMap { member in
      let place = "\(path).\(member.key)"
      return part["properties"]?[member.key].map { undescribed(member.value, by: $0, in: schema, at: place) } ?? [place]
    }
  }

  /// A library with findings that have a fix, a measure and no place.
  private func library() throws -> Scratch {
    let scratch = try Scratch()
    let settings = "-- augury.yml --\npreset: none\nbudgets: { module: 10 }\nprofiles: { start: [\"workflows/demo:README.md\"] }"
    try scratch.put(LibraryText("\(SoundModule.text)\n\(settings)\n-- workflows/demo/rules/more.md --\n# [x](y.md)\n"))
    return scratch
  }
}
