import Diagnostics
import Files
import Library
import TestSupport
import Testing
import Validation

/// A fix is right: once applied, nothing is found any more, and no other byte has changed.
@Suite struct FixTests {
  private static let path = "workflows/demo/module.json"

  /// The sound `module.json` with some of its text replaced.
  private func changed(_ text: String, _ replacement: String) throws -> String {
    let sound = try #require(LibraryText(SoundModule.text).files[Self.path].map { String(decoding: $0, as: UTF8.self) })
    try #require(sound.contains(text))
    return sound.replacing(text, with: replacement)
  }

  private func findings(_ json: String) throws -> [Finding] {
    var text = LibraryText("-- augury.yml --\npreset: augx\nexternal: [a/b, c/d]\n")
    text.files[Self.path] = Array(json.utf8)
    return try Check(ignore: ["stale-character-count"]).findings(in: SoundModule.with(text).library())
  }

  @Test(arguments: [
    (#""workflows""#, #""workflow""#, #""workflows""#), (#""1.0.0""#, #"" v1.0.0""#, #""1.0.0""#), (#""tags""#, #""keywords""#, #""tags""#),
    (#"["demo"]"#, #"["demo", "sql",  "demo"]"#, #"["demo", "sql"]"#),
    (#"["demo"]"#, "[\n    \"demo\",\n    \"demo\"\n  ]", "[\n    \"demo\"\n  ]"),
    (#"["demo"]"#, #"["demo", "demo", "demo"]"#, #"["demo"]"#), (#""dependencies": []"#, #""dependencies": {}"#, #""dependencies": []"#),
    (#""dependencies": []"#, #""dependencies": { "a/b": "^1.0.0", "c/d" : "*" }"#, #""dependencies": [ "a/b", "c/d" ]"#),
    (#""dependencies": []"#, "\"dependencies\": {\n    \"a/b\": \"*\"\n  }", "\"dependencies\": [\n    \"a/b\"\n  ]"),
    (#""characterCount""#, #""category": "workflow", "characterCount""#, #""category": "workflows", "characterCount""#),
  ])
  func `a fix mends what it is about and leaves the rest alone`(text: String, wrong: String, right: String) throws {
    let json = try changed(text, wrong)
    let fixes = try findings(json).compactMap(\.fix)
    #expect(!fixes.isEmpty)
    let source = SourceFile(path: Self.path, bytes: Array(json.utf8))
    let mended = String(decoding: Edits.applied(fixes, to: source), as: UTF8.self)
    #expect(mended == (try changed(text, right)))
    #expect(try findings(mended) == [])
  }

  @Test(arguments: [
    (#""workflows""#, #""recipes""#), (#""1.0.0""#, #""1.0""#), (#""type": "workflows""#, #""type": "domain-rule""#),
    (#"["demo"]"#, #"["demo", "Demo"]"#), (#""tags": ["demo"]"#, #""tags": ["demo"], "keywords": ["x"]"#),
    (#""dependencies": []"#, #""dependencies": "a/b""#),
    (#""dependencies": []"#, #""dependencies": { "a/b": "*", }"#),
  ])
  func `where a person has to decide there is no fix`(text: String, wrong: String) throws {
    let findings = try findings(try changed(text, wrong))
    #expect(!findings.isEmpty && findings.allSatisfy { $0.fix == nil }, "\(findings)")
  }
}
