import Diagnostics
import Files
import Library
import Testing

/// `augury.yml`: what it says, and where it says something wrong.
@Suite struct ConfigurationTests {
  private func read(_ yaml: String) -> (configuration: Configuration, faults: [String]) {
    let source = SourceFile(path: "augury.yml", bytes: Array(yaml.utf8))
    let read = Configuration.read(source)
    let faults = read.faults.map { fault in
      let place = source.position(at: fault.span.range.lowerBound)
      return "\(place.line):\(place.column) \(fault.message)"
    }
    return (read.configuration, faults)
  }

  @Test func `every key is read`() {
    let read = read(
      "preset: none\nexternal:\n  a/b: https://example.org\n  c/d: ~\nrules:\n  broken-link: warning\n  missing-readme: off\nbudget: 1000\nlimits: { prompt: 3000 }\n"
    )
    #expect(read.faults == [])
    #expect(read.configuration.preset == .none && read.configuration.budget == 1000)
    #expect(read.configuration.promptLimit == 3000)
    #expect(read.configuration.external == ["a/b": "https://example.org", "c/d": nil])
    #expect(read.configuration.severities == ["broken-link": .warning, "missing-readme": nil])
    #expect(self.read("external: [a/b, c/d]").configuration.external == ["a/b": nil, "c/d": nil])
  }

  @Test(arguments: ["", "\n", "# only a comment\n", "---\n", "\u{FEFF}preset: augx\n", "preset: augx\r\nbudget: 49400\r\n"])
  func `an empty file and plain forms are the defaults`(yaml: String) {
    let read = read(yaml)
    #expect(read.faults == [])
    #expect(read.configuration.preset == .augx && read.configuration.budget == 49_400 && read.configuration.external.isEmpty)
  }

  @Test(arguments: [
    ("preset: augx\nbudgte: 1\n", ["2:1 unknown key `budgte`; did you mean `budget`?"]),
    ("whatever: 1\n", ["1:1 unknown key `whatever`"]),
    ("preset: strict\n", ["1:9 `preset` is `augx` or `none`"]),
    ("budget: many\n", ["1:9 `budget` is a number of characters above 0"]),
    ("budget: 0\n", ["1:9 `budget` is a number of characters above 0"]),
    ("budget: [1]\n", ["1:9 `budget` is a number of characters above 0"]),
    ("external: 5\n", ["1:11 `external` is a list of module ids, or a map of ids to addresses"]),
    ("external: [a/b, [c]]\n", ["1:17 a module id is a text"]),
    ("external: { a/b: [x] }\n", ["1:18 an address is a text, or `~` for none"]),
    ("limits: 5\n", ["1:9 `limits` is a map of things to numbers of characters"]),
    ("limits: { promt: 5 }\n", ["1:11 unknown limit `promt`; did you mean `prompt`?"]),
    ("limits: { prompt: none }\n", ["1:19 a limit is a number of characters above 0"]),
    ("rules: [a]\n", ["1:8 `rules` is a map of rule ids to severities"]),
    ("rules:\n  broken-link: eror\n", ["2:16 a severity is `error`, `warning`, `note` or `off`"]),
    ("- a\n- b\n", ["1:1 a map of keys is expected"]),
    ("just text\n", ["1:1 a map of keys is expected"]),
    ("é: 1\nb: 2\n", ["1:1 unknown key `é`", "2:1 unknown key `b`"]),
  ])
  func `a wrong key or value is a fault at its place`(yaml: String, faults: [String]) {
    #expect(read(yaml).faults == faults)
  }

  @Test(arguments: [
    ("preset: augx\npreset: none\n", "1:1 `preset` appears twice in one map"),
    ("preset: [augx\n", "2:1 YAML that cannot be read"),
    ("a: b: c\n", "1:5 YAML that cannot be read"),
    ("\tpreset: augx\n", "1:1 YAML that cannot be read"),
    ("preset: *nothing\n", "1:9 anchors and aliases are not read"),
  ])
  func `YAML that does not parse is one fault with a place`(yaml: String, start: String) {
    let faults = read(yaml).faults
    #expect(faults.count == 1 && faults.first?.hasPrefix(start) == true, "\(faults)")
  }

  @Test func `a file that is not UTF-8 is a fault at the first bad byte`() {
    let read = Configuration.read(SourceFile(path: "augury.yml", bytes: Array("preset: ".utf8) + [0xFF]))
    #expect(read.faults.map(\.message) == ["not UTF-8"])
    #expect(read.faults.map(\.span.range.lowerBound) == [8])
  }

  @Test(arguments: [false, true])
  func `aliases inside aliases end in a fault, not in a hang`(asKey: Bool) {
    var yaml = "a0: &a0 [x, x]\n"
    for level in 1...60 { yaml += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    if asKey { yaml += "? *a60\n: x\n? [*a60]\n: y\n" }
    #expect(!read(yaml).faults.isEmpty)
  }

  @Test func `brackets without end are a fault, not a crash`() {
    #expect(!read("preset: " + String(repeating: "[", count: 200_000)).faults.isEmpty)
    #expect(!read(String(repeating: "{a: ", count: 50_000)).faults.isEmpty)
    #expect(!read(String(repeating: "- ", count: 50_000) + "x").faults.isEmpty)
  }
}
