import Diagnostics
import Files
import Library
import TestSupport
import Testing
import Validation

/// Every rule carries its own examples; here they are held to them.
@Suite struct RuleSampleTests {
  /// Rules are about values that a text cannot hold have their own tests.
  private static let rules = RuleRegistry.rules.map { $0.id }.filter { $0 != UnreadableFile.id }

  @Test(arguments: rules)
  func `the bad example reports its rule at the marked places, and no other rule`(id: String) throws {
    let rule = try #require(RuleRegistry.rule(id))
    let sample = LibraryText(rule.bad.text)
    let findings = try Check().findings(in: SoundModule.with(sample).library())
    #expect(Set(findings.map(\.rule)) == [id])
    let places = Set(findings.compactMap { finding in finding.range.map { SourceSpan(path: finding.path, range: $0) } })
    #expect(places == Set(sample.spans))
    #expect(findings.count >= max(1, sample.spans.count))
  }

  @Test(arguments: rules)
  func `the good example reports nothing`(id: String) throws {
    let rule = try #require(RuleRegistry.rule(id))
    #expect(try Check().findings(in: SoundModule.with(LibraryText(rule.good.text)).library()) == [])
  }

  @Test(arguments: RuleRegistry.rules.map { $0.id })
  func `a rule can be selected and ignored by its id`(id: String) throws {
    let rule = try #require(RuleRegistry.rule(id))
    let library = SoundModule.with(LibraryText(rule.bad.text)).library()
    #expect(try Check(ignore: [id]).findings(in: library).allSatisfy { $0.rule != id })
    #expect(try Check(select: [id]).findings(in: library).allSatisfy { $0.rule == id })
  }

  @Test func `the registry is sorted, its ids are kebab-case and every file in Rules is registered`() throws {
    let ids = RuleRegistry.rules.map { $0.id }
    #expect(ids == ids.sorted())
    #expect(ids.allSatisfy { $0.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" } })
    let folder = Repository.root + "/Sources/Validation/Rules"
    let files = try FileSystem.list(folder).map { String(decoding: $0, as: UTF8.self) }
    let types = RuleRegistry.rules.map { "\($0).swift" }
    #expect(files.sorted() == types.sorted())
  }

  @Test(arguments: RuleRegistry.rules.map { $0.id })
  func `the words of a rule are complete`(id: String) throws {
    let rule = try #require(RuleRegistry.rule(id))
    #expect(!rule.summary.isEmpty && !rule.summary.hasSuffix("."))
    #expect(rule.why.hasSuffix("."))
  }
}
