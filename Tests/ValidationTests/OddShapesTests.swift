import Diagnostics
import Files
import Library
import TestSupport
import Testing
import Validation

/// Modules as people elsewhere write them, in `Tests/Fixtures/odd`: whatever check says of them has been read by eye and is true.
@Suite struct OddShapesTests {
  @Test func `check says only what is true of foreign modules`() throws {
    let library = try Repository.library("Tests/Fixtures/odd")
    #expect(library.modules.count == 12)
    let said = try Check().findings(in: library).map { finding in
      let place =
        finding.range.flatMap { range in library.tree.file(finding.path).map { ":\($0.position(at: range.lowerBound).line)" } } ?? ""
      return "\(finding.path)\(place) \(finding.rule): \(finding.headline)"
    }
    #expect(said == OddShapesTests.truths)
  }

  private static let truths: [String] = [
    "a/b/c/d/e/module.json:7 declared-file-missing: `augment.subModules` lists `x`, which does not exist",
    "coding-standards/array/module.json:6 dependency-cycle: dependencies run in a circle: `coding-standards/array` needs "
      + "`domain-rules/object` needs `coding-standards/array`",
    "domain-rules/object/module.json:7 unknown-dependency: dependency `domain-rules/gone` is no module of this library",
    "workflows/bare/module.json missing-readme: `workflows/bare` has no README.md",
    "workflows/bare/module.json:1 malformed-json: trailing comma in an object",
    "workflows/counted/CHANGELOG.md:3 broken-link: `gone.md` leads to no file",
    "workflows/counted/README.md:5 stale-character-count: states 1234 characters; 164 is right",
    "workflows/counted/metadata.json:1 stale-character-count: states 3 characters; 164 is right",
    "workflows/counted/module.json:4 misplaced-field: `characterCount` stands at the wrong place; the one that is read is "
      + "`augment.characterCount`",
    "workflows/counted/module.json:4 stale-character-count: states 1 character; 164 is right",
    "workflows/counted/module.json:6 stale-character-count: states 2 characters; 164 is right",
    "workflows/empty/module.json:1 malformed-json: empty file where a JSON value is expected",
    "workflows/list/module.json missing-readme: `workflows/list` has no README.md",
    "workflows/list/module.json:1 missing-field: `module.json` holds an array, not an object",
    "workflows/twice/README.md:5 broken-link: `picture.png` leads to no file",
    "workflows/twice/module.json:4 ambiguous-json: `version` appears twice in one object",
    "workflows/twice/module.json:5 wrong-field-type: `installation` is a number, not an object or a string",
  ]
}
