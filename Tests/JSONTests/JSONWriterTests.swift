import JSON
import Testing

@Suite struct JSONWriterTests {
  @Test func `writes two spaces a level and a line feed at the end`() {
    let value = JSONText.object([("b", .array([.int(1), .bool(true), .null])), ("a", .object([])), ("c", .array([]))])
    #expect(
      String(decoding: JSONWriter.file(value), as: UTF8.self) == """
        {
          "b": [
            1,
            true,
            null
          ],
          "a": {},
          "c": []
        }

        """
    )
  }

  @Test func `escapes only what must be`() {
    let value = JSONText.string("a/é\u{1F600}\"\\\n\u{1}\u{7F}</script>")
    #expect(String(decoding: JSONWriter.file(value), as: UTF8.self) == "\"a/é\u{1F600}\\\"\\\\\\n\\u0001\u{7F}</script>\"\n")
    #expect(String(decoding: JSONWriter.file(.string("</script>"), escapesMarkup: true), as: UTF8.self) == "\"\\u003c/script>\"\n")
  }

  @Test(arguments: ["", "plain", "\u{0}\u{8}\u{9}\u{A}\u{C}\u{D}\u{1F}", "\"\\/", "é\u{2028}\u{1F600}", "<!-- & -->"], [false, true])
  func `what is written is read back`(text: String, escapesMarkup: Bool) {
    let written = JSONWriter.file(.object([(text, .array([.string(text), .int(Int.min)]))]), escapesMarkup: escapesMarkup)
    let (value, faults) = JSONReader.read(written)
    #expect(faults == [])
    #expect(value?[text]?.array?.first?.string == text)
    #expect(value?[text]?.array?.last?.int == Int.min)
  }

  @Test func `a value on one line has no line ends`() {
    let value = JSONText.object([("a", .array([.int(1), .array([]), .object([])])), ("b", .string("x\ny"))])
    #expect(String(decoding: JSONWriter.line(value), as: UTF8.self) == #"{"a": [1, [], {}], "b": "x\ny"}"#)
  }
}
