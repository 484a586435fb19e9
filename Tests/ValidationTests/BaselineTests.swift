import Diagnostics
import Files
import Library
import TestSupport
import Testing
import Validation

/// What a baseline knows, and what it lets grow.
@Suite struct BaselineTests {
  /// A library with a guide, an optional baseline and settings.
  private func library(_ guide: String, baseline: Baseline? = nil, settings: String = "") -> Library {
    let files = "-- augury.yml --\npreset: none\n\(settings)\n-- workflows/demo/rules/guide.md --\n# Guide\n\n- A list.\n\n\(guide)"
    var text = LibraryText(files)
    if let baseline { text.files[Baseline.fileName] = baseline.file }
    return SoundModule.with(text).library()
  }

  /// The baseline that knows all there is in a guide.
  private func baseline(_ guide: String, settings: String = "") throws -> Baseline {
    Baseline(try Check().findings(in: library(guide, settings: settings)).compactMap(Baseline.Entry.init))
  }

  private func outcome(_ guide: String, _ baseline: Baseline, settings: String = "", check: Check? = nil) throws -> Check.Outcome {
    try (check ?? Check()).outcome(in: library(guide, baseline: baseline, settings: settings))
  }

  @Test func `what it knows is counted and not reported, what is new is`() throws {
    let known = try baseline("[x](x.md)")
    let same = try outcome("[x](x.md)", known)
    #expect(same.findings == [] && same.known.map(\.rule) == ["broken-link"])
    let more = try outcome("New line.\n\n[x](x.md)\n\n[y](y.md)\n", known)
    #expect(more.findings.map(\.headline) == ["`y.md` leads to no file"] && more.known.count == 1)
    #expect(try Check(usesBaseline: false).findings(in: library("[x](x.md)", baseline: known)).count == 1)
  }

  @Test func `a second fault like a known one is new`() throws {
    let outcome = try outcome("[x](x.md)\n\n[x](x.md)", try baseline("[x](x.md)"))
    #expect(outcome.findings.count == 1 && outcome.known.count == 1)
  }

  @Test func `what no longer occurs is a note at its entry`() throws {
    let known = try baseline("[x](x.md)\n\n[y](y.md)")
    let outcome = try outcome("[y](y.md)", known)
    #expect(outcome.findings.map(\.rule) == ["stale-baseline-entry"] && outcome.findings[0].severity == .note)
    let range = try #require(outcome.findings[0].range)
    let entry = SourceFile(path: "", bytes: known.file).text(range)
    #expect(entry.hasPrefix("{\"path\"") && entry.hasSuffix("}"))
    #expect(known.pruned(of: outcome.staleEntries, known: outcome.known).file == (try baseline("[y](y.md)")).file)
  }

  @Test(arguments: [["--select", "trees"], ["--ignore", "links"]])
  func `entries of rules that did not run are not judged`(options: [String]) throws {
    let check = options[0] == "--select" ? try Check(select: [options[1]]) : try Check(ignore: [options[1]])
    let outcome = try outcome("Mended.", try baseline("[x](x.md)"), check: check)
    #expect(outcome.staleEntries == [] && outcome.findings == [])
    #expect(try self.outcome("Mended.", try baseline("[x](x.md)"), settings: "rules: { broken-link: off }").staleEntries == [])
  }

  @Test func `an entry of a rule that no longer exists is stale`() throws {
    let entry = #"{"path": "a", "rule": "gone-rule", "fingerprint": "0123456789abcdef"}"#
    let file = SourceFile(path: Baseline.fileName, bytes: Array(#"{"schemaVersion": 1, "findings": [\#(entry)]}"#.utf8))
    let known = Baseline.read(file).baseline
    #expect(try outcome("Text.", known).staleEntries.map(\.rule) == ["gone-rule"])
  }

  @Test func `a module over its budget may shrink and not grow`() throws {
    let settings = "budgets: { module: 100 }"
    let text = String(repeating: "word ", count: 100)
    let known = try baseline(text, settings: settings)
    #expect(known.entries.map(\.rule) == ["module-over-budget"])
    #expect(try outcome(String(text.dropLast(50)), known, settings: settings).findings == [])
    let grown = try outcome(text + "more", known, settings: settings)
    #expect(grown.findings.map(\.rule) == ["module-over-budget"] && grown.staleEntries == [])
    #expect(grown.findings.first?.why.contains("it has grown") == true)
    let shrunk = try outcome(String(text.dropLast(50)), known, settings: settings)
    let pruned = known.pruned(of: shrunk.staleEntries, known: shrunk.known)
    #expect(try outcome(text, pruned, settings: settings).findings.map(\.rule) == ["module-over-budget"])
  }

  @Test func `a stale count may come nearer and not drift`() throws {
    let settings = "preset: none\nrules: { module-over-budget: off }"
    func library(_ guide: String, _ baseline: Baseline?) -> Library {
      var text = LibraryText(SoundModule.text)
      text.files["workflows/demo/rules/guide.md"] = Array("# Guide\n\n- A list.\n\(guide)".utf8)
      text.files["augury.yml"] = Array(settings.utf8)
      text.files[Baseline.fileName] = baseline?.file
      return text.library()
    }
    let known = Baseline(try Check().findings(in: library("text", nil)).compactMap(Baseline.Entry.init))
    #expect(known.entries.map(\.rule) == ["stale-character-count", "stale-character-count"])
    #expect(try Check().findings(in: library("tex", known)) == [])
    #expect(try Check().findings(in: library("texts", known)).count == 2)
  }

  @Test func `what nothing lowers is never known`() throws {
    var text = LibraryText(SoundModule.text)
    text.files["workflows/demo/module.json"] = Array("{".utf8)
    text.files["augury.yml"] = Array("preset: none\nrules: { stale-character-count: off }".utf8)
    let findings = try Check().findings(in: text.library())
    #expect(findings.contains { $0.rule == "malformed-json" })
    let written = Baseline([]).updated(with: findings) { _ in true }
    #expect(!written.entries.contains { $0.rule == "malformed-json" })
    text.files[Baseline.fileName] = Baseline(findings.compactMap(Baseline.Entry.init)).file
    let outcome = try Check().outcome(in: text.library())
    #expect(outcome.findings.map(\.rule).sorted() == ["malformed-json", "stale-baseline-entry"])
  }

  @Test func `it is sorted, an entry a line, and read back as it was`() throws {
    let known = try baseline("[b](b.md)\n\n[a](a.md) [c](#c)")
    let text = String(decoding: known.file, as: UTF8.self)
    #expect(
      text.hasPrefix(
        "{\n  \"schemaVersion\": 1,\n  \"findings\": [\n    {\"path\": \"workflows/demo/rules/guide.md\", \"rule\": \"broken-anchor\", "
      )
    )
    #expect(text.split(separator: "\n").count == 8 && text.hasSuffix("\n  ]\n}\n"))
    let read = Baseline.read(SourceFile(path: Baseline.fileName, bytes: known.file))
    #expect(read.faults == [] && read.baseline.file == known.file)
    #expect(String(decoding: Baseline([]).file, as: UTF8.self) == "{\n  \"schemaVersion\": 1,\n  \"findings\": []\n}\n")
  }

  @Test(arguments: [
    ("{", "object"), ("[]", "`schemaVersion`"), ("{\"schemaVersion\": 2, \"findings\": []}", "`schemaVersion` is 2"),
    ("{\"schemaVersion\": 1}", "a list `findings`"), ("{\"schemaVersion\": 1, \"findings\": [{}]}", "an entry has"),
    ("{\"schemaVersion\": 1, \"findings\": [{\"path\": \"a\", \"rule\": \"b\", \"fingerprint\": \"xyz\"}]}", "sixteen"),
    ("<<<<<<< HEAD\n{}", ""), ("", "empty"),
  ])
  func `a malformed one is refused with a place`(text: String, hint: String) throws {
    let read = Baseline.read(SourceFile(path: Baseline.fileName, bytes: Array(text.utf8)))
    #expect(read.baseline.entries == [])
    let fault = try #require(read.faults.first)
    #expect(fault.message.contains(hint) && fault.span.range.upperBound <= text.utf8.count, "\(fault.message)")
  }
}
