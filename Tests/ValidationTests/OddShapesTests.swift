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
      let place = finding.range.flatMap { range in library.tree.file(finding.path).map { ":\($0.position(at: range.lowerBound).line)" } } ?? ""
      return "\(finding.path)\(place) \(finding.rule): \(finding.headline)"
    }
    #expect(said == OddShapesTests.truths)
  }

  private static let truths: [String] = [
    "domain-rules/object/module.json:6 unknown-dependency: dependency `domain-rules/gone` is no module of this library",
  ]
}
