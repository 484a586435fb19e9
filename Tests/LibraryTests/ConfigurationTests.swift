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
      "preset: none\nexternal:\n  a/b: https://example.org\n  c/d: ~\nrules:\n  broken-link: warning\n  missing-readme: off\nbudgets: { module: 1000, guide: 7, profile: 5, prompt: 3000 }\nprofiles: { start: [\"a/b:README.md\"] }\n"
    )
    #expect(read.faults == [])
    #expect(read.configuration.preset == .none && read.configuration.budgets.module == 1000)
    #expect(read.configuration.budgets.guide == 7 && read.configuration.budgets.profile == 5)
    #expect(read.configuration.budgets.prompt == 3000)
    #expect(read.configuration.profiles.map(\.name) == ["start"])
    #expect(read.configuration.profiles[0].entries.map(\.path) == ["a/b/README.md"])
    #expect(read.configuration.external == ["a/b": "https://example.org", "c/d": nil])
    #expect(read.configuration.severities == ["broken-link": .warning, "missing-readme": nil])
    #expect(self.read("external: [a/b, c/d]").configuration.external == ["a/b": nil, "c/d": nil])
  }

  @Test func `types and sections of a library stand in place of the client's`() {
    let read = read("preset: augx\ntypes: [procedure]\nsections: [Overview, How it works]\n").configuration
    #expect(read.allowedTypes == ["procedure"] && read.requiredSections == ["Overview", "How it works"])
    let client = Configuration()
    #expect(client.allowedTypes?.contains("workflows") == true && client.requiredSections.count == 5)
    let none = self.read("preset: none\n").configuration
    #expect(none.allowedTypes == nil && none.requiredSections == [])
    #expect(self.read("preset: augx\nsections: []\n").configuration.requiredSections == [])
  }

  @Test(arguments: [
    ("\">=1.2,<2\"", "1.2.0", true), ("\">=1.2,<2\"", "2.0.0", false), ("\">=1.2,<2\"", "1.3.0-beta.1", true), ("1", "1.9.9", true),
    ("0.2", "0.1.9", false),
  ])
  func `a library may require versions of Augury, and a pre-release counts as its release`(range: String, version: String, fits: Bool) {
    #expect((read("requires: \(range)\n").configuration.fault(forVersion: version) == nil) == fits)
  }

  @Test(arguments: ["", "\n", "# only a comment\n", "---\n", "\u{FEFF}preset: augx\n", "preset: augx\r\nbudgets: {}\r\n"])
  func `an empty file and plain forms are the defaults`(yaml: String) {
    let read = read(yaml)
    #expect(read.faults == [])
    #expect(read.configuration.preset == .augx && read.configuration.budgets == Budgets() && read.configuration.external.isEmpty)
  }

  @Test(arguments: [
    ("preset: augx\nbudgte: 1\n", ["2:1 unknown key `budgte`; did you mean `budgets`?"]),
    ("whatever: 1\n", ["1:1 unknown key `whatever`"]),
    ("preset: strict\n", ["1:9 `preset` is `augx` or `none`"]),
    ("budgets: many\n", ["1:10 `budgets` is a map of `module`, `profile`, `guide` and `prompt` to numbers of characters"]),
    (
      "budgets: { module: 0, guid: 5 }\n",
      ["1:20 a budget is a number of characters above 0", "1:23 unknown budget `guid`; did you mean `guide`?"]
    ),
    ("budgets: { guide: [1] }\n", ["1:19 a budget is a number of characters above 0"]),
    ("profiles: [a]\n", ["1:11 `profiles` is a map of names to lists of files"]),
    (
      "profiles: { a: b, c: [[d]] }\n",
      ["1:16 a profile is a list of files, each as `module:path`", "1:22 a file of a profile is a text, `module:path`"]
    ),
    ("external: 5\n", ["1:11 `external` is a list of module ids, or a map of ids to addresses"]),
    ("external: [a/b, [c]]\n", ["1:17 a module id is a text"]),
    ("external: { a/b: [x] }\n", ["1:18 an address is a text, or `~` for none"]),
    ("rules: [a]\n", ["1:8 `rules` is a map of rule ids to severities"]),
    ("rules:\n  broken-link: eror\n", ["2:16 a severity is `error`, `warning`, `note` or `off`"]),
    ("types: workflows\n", ["1:8 `types` is a list of texts"]),
    ("sections: [Overview, '', [x]]\n", ["1:22 `sections` is a list of texts", "1:26 `sections` is a list of texts"]),
    ("requires: [1]\n", ["1:11 `requires` is a range of versions, such as `\">=1.2,<2\"`"]),
    ("requires: \">=one\"\n", ["1:11 `requires` is a range of versions, such as `\">=1.2,<2\"`"]),
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
    ("preset: *nothing\n", "1:9 YAML that cannot be read: found undefined alias"),
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

  @Test(arguments: ["\n", ","], [false, true])
  func `aliases inside aliases end in a fault, not in a hang`(separator: String, asKey: Bool) {
    let isFlow = separator == ","
    var yaml = isFlow ? "{\"a0\":&a0 [x,x]" : "a0: &a0 [x, x]"
    for level in 1...60 {
      let key = isFlow ? "\"a\(level)\":" : "a\(level): "
      yaml += separator + "\(key)&a\(level) {\"l\":*a\(level - 1),\"r\":*a\(level - 1)}"
    }
    if asKey { yaml += separator + "? *a60\n: x" }
    #expect(read(yaml + (isFlow ? "}\n" : "\n")).faults == ["\(isFlow ? "1:166" : "7:14") more than 10 aliases; write the values out"])
  }

  @Test func `a few aliases stand for what they name`() {
    let read = Configuration.read(
      SourceFile(path: "augury.yml", bytes: Array("profiles:\n  a: &files ['m:*.md', 'm:**/b.md']\n  b: *files\ntypes: [a **b**]\n".utf8))
    )
    #expect(read.faults.isEmpty)
    #expect(read.configuration.profiles.map { $0.entries.map(\.written) } == [["m:*.md", "m:**/b.md"], ["m:*.md", "m:**/b.md"]])
  }

  @Test func `brackets without end are a fault, not a crash`() {
    #expect(!read("preset: " + String(repeating: "[", count: 200_000)).faults.isEmpty)
    #expect(!read(String(repeating: "{a: ", count: 50_000)).faults.isEmpty)
    #expect(!read(String(repeating: "- ", count: 50_000) + "x").faults.isEmpty)
  }
}
