import Diagnostics
import Files
import Library
import TestSupport
import Testing

@testable import Validation

/// What `--fix` makes of a library. The rules that fix wrongly are made up here; no rule of the registry may.
@Suite struct RepairTests {
  private static let path = "workflows/demo/rules/guide.md"

  private func tree(_ guide: String) -> SourceTree {
    SourceTree(files: SoundModule.with(LibraryText("-- \(Self.path) --\n# Guide\n\n- A list.\n\n\(guide)")).files)
  }

  private func repair(_ tree: SourceTree, _ check: Check, isWanted: (String) -> Bool = { _ in true }) -> Repair {
    Repair(tree, configuration: Configuration(), check: check, isWanted: isWanted)
  }

  private func stale() -> SourceTree { SourceTree(files: LibraryText(SoundModule.text).files) }

  @Test func `it runs to a fixed point, and a second run does nothing`() throws {
    let first = repair(stale(), try Check())
    #expect(first.changed.map(\.path) == ["workflows/demo/README.md", "workflows/demo/module.json"])
    #expect(first.steps.map(\.rule) == ["stale-character-count", "stale-character-count"])
    #expect(try Check().findings(in: Loader.load(first.tree, configuration: Configuration())) == [])
    let second = repair(first.tree, try Check())
    #expect(second.changed.isEmpty && second.steps.isEmpty && second.refusals.isEmpty)
  }

  @Test func `it touches only what is selected and wanted`() throws {
    #expect(repair(stale(), try Check(select: ["links"])).steps.isEmpty)
    #expect(repair(stale(), try Check(ignore: ["stale-character-count"])).steps.isEmpty)
    let one = repair(stale(), try Check()) { $0.hasSuffix("README.md") }
    #expect(one.changed.map(\.path) == ["workflows/demo/README.md"] && one.refusals == [])
  }

  @Test func `a fix that leads to a worse fault leaves its file as it was`() {
    let repair = repair(tree("[x](#guide)"), Check(rules: [Breaking.self, BrokenLink.self, BrokenAnchor.self], usesBaseline: false))
    #expect(repair.changed.isEmpty && repair.steps.isEmpty)
    #expect(repair.refusals.map(\.path) == [Self.path])
    #expect(repair.refusals.first?.reason.contains("broken-anchor") == true)
  }

  @Test func `what a fix breaks is seen whatever rules were chosen, when it is the format`() {
    let repair = repair(tree("Text."), Check(rules: [Unparsing.self], usesBaseline: false))
    #expect(repair.changed.isEmpty && repair.refusals.map(\.path) == ["workflows/demo/module.json"])
    #expect(repair.refusals.first?.reason.contains("malformed-json") == true)
  }

  @Test func `a file left as it was does not keep another from its fixes`() {
    let check = Check(rules: [Unparsing.self, StaleCharacterCount.self], usesBaseline: false)
    let repair = repair(stale(), check)
    #expect(repair.refusals.map(\.path) == ["workflows/demo/module.json"])
    #expect(repair.changed.map(\.path) == ["workflows/demo/README.md"])
  }

  @Test func `fixes without end are given up`() {
    let repair = repair(tree("Text."), Check(rules: [Growing.self], usesBaseline: false))
    #expect(repair.changed.isEmpty && repair.refusals == [.init(path: Self.path, reason: "its fixes call for each other without end")])
  }

  @Test func `a finding that is silenced in place is not fixed`() throws {
    let ignore = "<!-- augury: ignore stale-character-count - this number is a joke -->"
    var files = LibraryText(SoundModule.text).files
    files["workflows/demo/README.md"] = Array("# Demo\n\n## Character Count\n\n\(ignore)\n\n~7 characters\n".utf8)
    let repair = repair(SourceTree(files: files), try Check())
    #expect(repair.changed.map(\.path) == ["workflows/demo/module.json"])
  }

  @Test func `files with several faults are mended over several rounds`() {
    let repair = repair(tree("aaa"), Check(rules: [Shortening.self], usesBaseline: false))
    #expect(repair.tree.file(Self.path)?.text.hasSuffix("\n\n") == true)
    #expect(repair.steps.map(\.position) == [3, 2, 1].map { SourcePosition(line: 5, column: $0) })
  }
}

/// A rule of these tests: one finding in the guide, with a fix.
private protocol FixingRule: Rule {
  /// The fix, for the text of a file.
  static func fix(_ source: SourceFile) -> Fix?
}

extension FixingRule {
  static var group: RuleGroup { .links }
  static var severity: Severity { .warning }
  static var summary: String { "a test" }
  static var why: String { "A test." }
  static var bad: Sample { "" }
  static var good: Sample { "" }

  static func check(_ library: Library) -> [Finding] {
    library.tree.files.compactMap { source in
      fix(source).map { finding(source.path, $0.span.range, "a fault", fix: $0) }
    }
  }

  fileprivate static func replacing(_ range: Range<Int>, of source: SourceFile, by text: String) -> Fix {
    Fix(title: "write \(text)", span: source.span(range), replacement: text)
  }
}

/// Sends a link to an anchor that is not there.
private enum Breaking: FixingRule {
  static let id = "breaking"

  static func fix(_ source: SourceFile) -> Fix? {
    guard let range = source.bytes.range(ofBytes: "[x](#guide)".utf8) else { return nil }
    return replacing(range, of: source, by: "[x](#nowhere)")
  }
}

/// Takes the closing brace off the manifest.
private enum Unparsing: FixingRule {
  static let id = "unparsing"

  static func fix(_ source: SourceFile) -> Fix? {
    guard source.name == "module.json", let brace = source.bytes.lastIndex(of: UInt8(ascii: "}")), source.bytes.count > 50 else {
      return nil
    }
    return replacing(brace..<(brace + 1), of: source, by: "")
  }
}

/// Never content.
private enum Growing: FixingRule {
  static let id = "growing"

  static func fix(_ source: SourceFile) -> Fix? {
    source.name == "guide.md" ? replacing(0..<0, of: source, by: " ") : nil
  }
}

/// Takes one letter away at a time.
private enum Shortening: FixingRule {
  static let id = "shortening"

  static func fix(_ source: SourceFile) -> Fix? {
    guard source.name == "guide.md", let place = source.bytes.range(ofBytes: "a\n".utf8) else { return nil }
    return replacing(place.lowerBound..<(place.lowerBound + 1), of: source, by: "")
  }
}
