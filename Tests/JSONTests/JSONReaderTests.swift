import JSON
import Testing
import TestSupport

@Suite struct JSONReaderTests {
  @Test func `gives every value and key its place`() {
    let text = MarkedText(#"{«"a"»: «[1, «"é"»]», "b": «-1.5»}"#)
    let value = JSONReader.read(Array(text.text.utf8)).value
    let list = value?["a"]
    #expect([value?.member("a")?.keySpan, list?.array?.last?.span, list?.span, value?["b"]?.span] == text.ranges.map { $0 })
    #expect(value?["b"]?.double == -1.5)
    #expect(list?.array?.first?.int == 1)
    #expect(list?.array?.last?.string == "é")
  }

  @Test func `keeps members in order and reads the last of equal keys`() {
    let value = JSONReader.read(Array(#"{"b": 1, "a": 2, "b": 3}"#.utf8)).value
    #expect(value?.object?.map(\.key) == ["b", "a", "b"])
    #expect(value?["b"]?.int == 3)
    #expect(value?["c"] == nil)
  }

  @Test func `does not mix up keys that only look equal`() {
    let (value, faults) = JSONReader.read(Array("{\"\u{E9}\": 1, \"e\u{301}\": 2}".utf8))
    #expect(faults == [])
    #expect(value?["\u{E9}"]?.int == 1)
  }

  @Test(arguments: [
    ("1", 1), ("-0", 0), ("1.0", 1), ("1e3", 1000), ("1.5", nil), ("9223372036854775807", Int.max), ("9223372036854775808", nil),
    ("99999999999999999.0", nil),
  ])
  func `reads whole numbers`(text: String, expected: Int?) {
    let number = JSONReader.read(Array(text.utf8)).value?.number
    #expect(number?.text == text)
    #expect(number?.int == expected)
  }

  @Test func `decodes escapes`() {
    let value = JSONReader.read(Array(#""\"\\\/\b\f\n\r\t\u00e9\ud83d\uDE00x\ud800y""#.utf8)).value
    #expect(value?.string == "\"\\/\u{8}\u{C}\n\r\té😀x\u{FFFD}y")
  }

  @Test func `reads a string of a megabyte`() {
    let text = String(repeating: "a\\n", count: 350_000)
    let (value, faults) = JSONReader.read(Array("[\"\(text)\"]".utf8))
    #expect(faults == [])
    #expect(value?.array?.first?.string?.utf8.count == 700_000)
  }

  @Test func `reads 512 brackets inside one another and reports the next`() {
    let deepest = nested(512)
    #expect(JSONReader.read(deepest).faults == [])
    let (value, faults) = JSONReader.read(nested(513))
    #expect(faults == [JSONFault(.tooDeep(limit: 512), span: 512..<513)])
    #expect(value?.span == 0..<1026)
  }

  @Test(arguments: ["[", "{\"a\":", "[{", "{", "[[\"", "{\"a\":[1,"])
  func `survives 100,000 openers`(opener: String) {
    let faults = JSONReader.read(Array(String(repeating: opener, count: 100_000).utf8)).faults
    #expect(!faults.isEmpty && faults.count <= JSONReader.maximumFaults + 1)
  }

  @Test(arguments: [",", "]", "\"a\"b ", "\"a\n", "'a\n\"b\n", "//\n", "1 ", ":", "\\", "{\"a\" ", "\u{A0}", "\"\\x"])
  func `lists a hundred faults at most and stays linear`(part: String) {
    let faults = JSONReader.read(Array(("[" + String(repeating: part, count: 100_000)).utf8)).faults
    #expect(!faults.isEmpty && faults.count <= JSONReader.maximumFaults + 1)
  }

  private func nested(_ depth: Int) -> [UInt8] {
    Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
  }
}
