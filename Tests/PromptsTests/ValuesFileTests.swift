import Files
import Prompts
import Testing

/// Files with values of variables.
@Suite struct ValuesFileTests {
  private func read(_ text: String, as path: String) throws(ValuesFile.Fault) -> [String] {
    try ValuesFile.read(SourceFile(path: path, bytes: Array(text.utf8))).map { "\($0.name)=\($0.value)" }
  }

  @Test(arguments: [
    ("v.json", "{\"a\": \"x\\ny\", \"b\": [1.50, true, \"z\"], \"c\": null, \"d\": false, \"e\": []}"),
    ("-", " {\"a\": \"x\\ny\", \"b\": [1.50, true, \"z\"], \"d\": false}"),
    ("v.yml", "a: |-\n  x\n  y\nb:\n- 1.50\n- true\n- \"z\"\nc: ~\nd: false\ne: []\n"),
    ("-", "{a: \"x\\ny\", b: [1.50, true, z], d: false}".replacing("{", with: "# flow\n{")),
    ("v.yaml", "{a: \"x\\ny\", b: [1.50, true, z], c: , d: false}"),
  ])
  func `values are given as they are written, and an array is a list`(path: String, text: String) throws {
    #expect(try read(text, as: path) == ["a=x\ny", "b=1.50", "b=true", "b=z", "d=false"])
  }

  @Test func `what only looks like something else stays a text`() throws {
    #expect(
      try read("a: 'null'\nb: \"5\"\nc: 'yes'\nd: |\n  - *bold* &amp\n", as: "v.yml") == ["a=null", "b=5", "c=yes", "d=- *bold* &amp\n"]
    )
    #expect(try read("", as: "v.yml") == [])
    #expect(try read("{}", as: "v.json") == [])
  }

  @Test(arguments: [
    ("v.json", "{\"a\": 1,\n \"b\": {}}", 2, "a value is a text, a number, true or false, or a list of these"),
    ("v.json", "{\"a\": [[1]]}", 1, "a value is a text, a number, true or false, or a list of these"),
    ("v.json", "{\"a\": 1,}", 1, "trailing comma in an object: remove it"),
    ("v.json", "[1]", 1, "an object of names and values is expected"),
    ("v.json", "{\"a\": 1, \"a\": 2}", 1, "`a` appears twice in one object: remove one of the two; readers disagree on which one counts"),
    ("v.yml", "a: 1\nb:\n  c: 1\n", 3, "a value is a text, a number, true or false, or a list of these"),
    ("v.yml", "a: 1\nb: [[1]]\n", 2, "a value is a text, a number, true or false, or a list of these"),
    ("v.yml", "- a\n", 1, "a map of names and values is expected"),
    ("v.yml", "a: 1\na: 2\n", 1, "`a` appears twice in one map"),
    ("v.yml", "a: \"\n", 2, "YAML that cannot be read: found unexpected end of stream"),
  ])
  func `what is no value is told with its place`(path: String, text: String, line: Int, message: String) {
    let fault = #expect(throws: ValuesFile.Fault.self) { try read(text, as: path) }
    #expect(fault?.message == message)
    #expect(fault?.position.line == line)
  }

  @Test func `bytes that are no text, and more than anybody types, are refused`() {
    #expect(throws: ValuesFile.Fault.self) { try ValuesFile.read(SourceFile(path: "v.json", bytes: [0x7B, 0xFF, 0x7D])) }
    #expect(throws: ValuesFile.Fault.self) {
      try ValuesFile.read(SourceFile(path: "v.yml", bytes: [UInt8](repeating: 0x20, count: ValuesFile.maximumBytes + 1)))
    }
  }

  @Test func `aliases to aliases cost no more than their text`() throws {
    let bomb = (1...60).map { "l\($0): &l\($0) [*l\($0 - 1), *l\($0 - 1)]" }.joined(separator: "\n")
    #expect(throws: ValuesFile.Fault.self) { try read("l0: &l0 [a]\n\(bomb)\n", as: "v.yml") }
  }
}
