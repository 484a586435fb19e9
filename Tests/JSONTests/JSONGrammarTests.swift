import JSON
import Testing

/// The categories of the public JSON parsing suite (nst/JSONTestSuite), with cases of our own.
@Suite struct JSONGrammarTests {
  @Test(arguments: [
    "{}", "[]", " [ ] ", "{\"\":0}", "[[], {}]", "null", "true", "false", "\"\"", "0", "-0", "\n\t\r 1 \n",
    "[-1, 0, 10, 123456789]", "[1.5, -0.25, 0.0]", "[1e5, 1E5, 1e+5, 1e-5, 0e1, 1.5e300]", "[1e-999]",
    #"["\"\\\/\b\f\n\r\t"]"#, #"["\u0041\u00e9\u20AC"]"#, #"["\ud83d\ude00"]"#, #"["\u0000"]"#, #"["\uFFFF"]"#, "[\"\u{7F}\"]",
    "[\"\u{E9}\u{20AC}\u{1F600}\"]", "[\"\u{2028}\u{2029}\"]", "[\"\u{FEFF}\"]", #"["// no # comment /* here */"]"#, "[\"'\"]",
    #"{"a":{"b":{"c":[1,[2,[3]]]}}}"#, #"{"a b":1,"a":2}"#, #"{"\u00e9":1}"#, "[true,false,null]", "[\"a\"\n,\n\"b\"]",
    #"{"a" : 1 , "b" : 2 }"#,
    #"[1,2 ,3, 4]"#, #"{"é":1,"e":2}"#, #"["[", "{", "]", ","]"#,
  ])
  func `accepts`(text: String) {
    let (value, faults) = JSONReader.read(Array(text.utf8))
    #expect(faults == [])
    #expect(value?.span == span(of: text))
  }

  @Test(arguments: [
    // structure
    "", " ", "[", "]", "{", "}", "[1]]", "{}}", "[}", "{]", "[1}", "{\"a\":1]", "1 2", "[] []", "{} x", ",", ":", "[1", "[1,", "{\"a\"",
    "{\"a\":",
    "{\"a\":1,", "[\"a\": 1]", "[,]", "[,1]", "[1,]", "[1,,2]", "[1 2]", "[[1] [2]]", "{,}", "{\"a\":1,}", "{\"a\":1 \"b\":2}", "{\"a\" 1}",
    "{\"a\"}", "{\"a\",1}", "{:1}", "{\"a\"::1}", "{\"a\":1:2}", "{a:1}", "{1:1}", "{null:1}", "{[1]:1}", "{'a':1}", "{\"a\"=1}",
    // words and numbers
    "nul", "truth", "True", "NULL", "undefined", "NaN", "-NaN", "Infinity", "-Infinity", "+1", "01", "-01", ".5", "-.5", "5.", "5.e1", "1e",
    "1e+", "1.2.3", "0x1F", "1_000", "--1", "-", "1a", "1e1.5", "١", "[1+2]",
    // strings
    "\"", "\"a", "'a'", "\"a\nb\"", "\"a\tb\"", "\"\u{0}\"", "\"\u{1F}\"", #""\x41""#, #""\'""#, #""\u12""#, #""\u12G4""#, #""\U0041""#,
    "\"\\", "\"\\\"", "[\"a]", "[\"a\"b\"]", "\u{201C}a\u{201D}",
    // comments and white space
    "// a\n1", "1 # a", "/* a */ 1", "[1 /* a */]", "/*", "[1,// a\n2]", "\u{A0}1", "[\u{C}1]", "[\u{2060}1]", "1 \u{FEFF}",
  ])
  func `refuses`(text: String) {
    let faults = JSONReader.read(Array(text.utf8)).faults
    #expect(faults.contains { $0.breaksGrammar })
    #expect(faults.allSatisfy { !$0.headline.isEmpty && !$0.headline.hasSuffix(".") && !$0.help.isEmpty })
  }

  @Test(
    arguments: [
      [0xFF], [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x5B, 0xE9, 0x5D], [0x22, 0xF0, 0x9F, 0x98],
      [0xFF, 0xFE, 0x5B, 0, 0x5D, 0], [0xFE, 0xFF, 0, 0x5B, 0, 0x5D],
    ] as [[UInt8]]
  )
  func `refuses bytes that are not UTF-8`(bytes: [UInt8]) {
    #expect(JSONReader.read(bytes).faults.contains { $0.breaksGrammar })
  }

  @Test(arguments: [
    "\u{FEFF}[]", #"{"a":1,"a":2}"#, #"{"a":1,"\u0061":2}"#, "[1e999]", "[-1e999]", #"["\ud800"]"#, #"["\udc00\ud800"]"#,
    #"["\ud800\u0041"]"#,
    #"["\ud800\n"]"#, #"["\uDd1ea"]"#,
  ])
  func `reports without refusing`(text: String) {
    let (value, faults) = JSONReader.read(Array(text.utf8))
    #expect(value != nil)
    #expect(!faults.isEmpty && faults.allSatisfy { !$0.breaksGrammar })
  }

  /// The text without white space around it.
  private func span(of text: String) -> Range<Int> {
    let bytes = Array(text.utf8)
    let spaces = Array(" \n\r\t".utf8)
    let start = bytes.prefix { spaces.contains($0) }.count
    return start..<bytes.count - bytes.reversed().prefix { spaces.contains($0) }.count
  }
}
