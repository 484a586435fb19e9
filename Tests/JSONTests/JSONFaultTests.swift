import JSON
import Testing
import TestSupport

/// What is reported for each error, and where. `«` and `»` stand round the place.
@Suite struct JSONFaultTests {
  @Test(arguments: [
    ("«\u{FEFF}»{}", "byte order mark at the start of the file"),
    ("[\"a\"«:» 1]", "`:` between two elements of an array"),
    ("{«// why»\n\"a\": 1}", "comment in a JSON file"),
    ("{\"a\": 1} «# why»", "comment in a JSON file"),
    ("[1, «/* a */» 2]", "comment in a JSON file"),
    ("[1] «/*» a", "comment that is never closed"),
    ("[1, «/*» a", "comment that is never closed"),
    ("[\"a«\t»b\"]", "tab character inside a string"),
    ("[\"a«\u{1}»b\"]", "control character U+0001 inside a string"),
    ("[\"a«\n»b\nc\"]", "line break inside a string"),
    ("{\"a\": 1, «\"a\"»: 2}", "`a` appears twice in one object"),
    ("[«,»1]", "comma without a value before it"),
    ("[1,«,,»2]", "comma without a value before it"),
    ("{«,»}", "comma without a value before it"),
    ("[1, «\u{A0}»2]", "U+00A0 is not white space in JSON"),
    (#"["a«\x»"]"#, #"`\x` is not an escape of JSON"#),
    (#"["a«\é»"]"#, #"`\é` is not an escape of JSON"#),
    (#"["«\u12»G"]"#, #"`\u12` is not an escape of JSON"#),
    ("[«01»]", "`01` is not a number of JSON"), ("[«+1»]", "`+1` is not a number of JSON"), ("[«.5»]", "`.5` is not a number of JSON"),
    ("[«1.»]", "`1.` is not a number of JSON"), ("[«-NaN»]", "`-NaN` is not a number of JSON"),
    ("[«0x1F»]", "`0x1F` is not a number of JSON"), ("{\"version\": «1.2.3»}", "`1.2.3` is not a number of JSON"),
    ("[«1e999»]", "`1e999` is too large for a number"),
    (#"["«\ud800»x"]"#, #"`\ud800` is half of a surrogate pair"#),
    ("[«True»]", "`True` instead of `true`"), ("[«None»]", "`None` instead of `null`"),
    ("{\"a\"«» 1}", "no `:` after a key"), ("{\"a\" «=» 1}", "no `:` after a key"), ("{\"a\"«»}", "no `:` after a key"),
    ("{\"a\"«» \"b\": 1}", "no `:` after a key"),
    ("[1«» 2]", "no comma between two elements of an array"), ("{\"a\": 1«»\n\"b\": 2}", "no comma between two members of an object"),
    ("{«»: 1}", "value without a key in an object"), ("{\"a\": 1,«» {\"b\": 2}}", "value without a key in an object"),
    ("{\"a\":«» }", "no value after `:`"), ("{\"a\":«», \"b\": 1}", "no value after `:`"),
    ("{\"a\": 1«»: 2}", "no comma between two members of an object"),
    ("[«'a'»]", "single quotation marks around a string"), ("{«'a'»: 1}", "single quotation marks around a string"),
    ("{} «{}»", "text after the end of the JSON value"), ("[1]«]]»\n", "text after the end of the JSON value"),
    ("[1«,»]", "trailing comma in an array"), ("{\"a\": 1«,» }", "trailing comma in an object"), ("[1«, ,»]", "trailing comma in an array"),
    ("«[»1, 2", "array that is never closed"), ("{\"a\": «[»1, ", "array that is never closed"),
    ("{\"a\": «[»1}", "array that is never closed"),
    ("[«{»\"a\": 1]", "object that is never closed"), ("«{»\"a\":", "object that is never closed"),
    ("«{»\"a\"", "object that is never closed"),
    ("[1, «\"»a]", "string that is never closed"), ("{\"a\": «\"»b,\n\"c\": 1}", "string that is never closed"),
    ("{«\"»a: 1,\n\"c\": 1}", "string that is never closed"), ("«\"»a\\", "string that is never closed"),
    ("[{\"a\": «\"»b},\n{\"c\": 1}]", "string that is never closed"),
    ("[\"say «\"»hi\" now\", 1]", "quotation mark inside a string"), ("{\"a\": \"b«\"»c\" d\"}", "quotation mark inside a string"),
    ("{\"a«\"»b\": 1}", "quotation mark inside a string"),
    ("«]»", "`]` where a value is expected"),
    ("{«my key»: 1}", "`my key` is a key without quotation marks"), ("{«7»}", "`7` is a key without quotation marks"),
    ("{«a b», \"c\": 1}", "`a b` is a key without quotation marks"), ("{«1»: 1}", "`1` is a key without quotation marks"),
    ("[«hello world»]", "`hello world` is not a JSON value"), ("[«truth», 1]", "`truth` is not a JSON value"),
    ("{\"a\": «http://x.org/a b» }", "`http://x.org/a b` is not a JSON value"),
    ("[1«}»", "`}` at the end of an array"), ("{\"a\": 1«]», 2", "`]` at the end of an object"),
    ("{\"a\": 1«]»", "`]` at the end of an object"),
    ("«»", "empty file where a JSON value is expected"), ("« \n»", "empty file where a JSON value is expected"),
  ])
  func `reports one error at its place`(marked: String, headline: String) {
    let text = MarkedText(marked)
    let faults = JSONReader.read(Array(text.text.utf8)).faults
    #expect(faults.map(\.span) == text.ranges)
    #expect(faults.map(\.headline) == [headline])
  }

  @Test func `names the first of two equal keys`() {
    let text = MarkedText(#"{«"a"»: 1, "b": {"a": 2}, «"a"»: 3}"#)
    let faults = JSONReader.read(Array(text.text.utf8)).faults
    #expect(faults == [JSONFault(.duplicateKey("a", first: text.ranges[0]), span: text.ranges[1])])
  }

  @Test func `tells all brackets that a cut file lacks`() {
    let faults = JSONReader.read(Array(#"{"a": [{"b": 1"#.utf8)).faults
    #expect(faults.map(\.help) == ["add `}]}`"])
  }

  @Test func `reports the first byte that is not UTF-8 and nothing else there`() {
    let faults = JSONReader.read([0x5B, 0xFF, 0x2C, 0x31, 0x5D]).faults
    #expect(faults == [JSONFault(.invalidUTF8, span: 1..<2)])
    #expect(JSONReader.read([0xFF, 0xFE, 0x5B, 0x00]).faults == [JSONFault(.utf16, span: 0..<2)])
  }

  @Test func `reports independent errors together and keeps what can be read`() {
    let text = MarkedText("{\"name\": «'x'»,\n \"tags\": [\"a\", \"b\"«,»],\n \"size\": 12}")
    let (value, faults) = JSONReader.read(Array(text.text.utf8))
    #expect(faults.map(\.span) == text.ranges)
    #expect(value?["name"]?.string == "x")
    #expect(value?["tags"]?.array?.map(\.string) == ["a", "b"])
    #expect(value?["size"]?.int == 12)
  }

  @Test(arguments: [
    ("{\"a\": \"b,\n\"c\": 1}", "b"), ("{\"a\": \"say \"hi\" now\", \"c\": 1}", "say \"hi\" now"), ("{a: b c, \"c\": 1}", "b c"),
    ("{\"a\" \"b\", \"c\": 1}", "b"), ("{\"a\": \"b\" \"c\": 1}", "b"), ("{'a': 'b', \"c\": 1,}", "b"),
    ("{\"a\": \"b\\q\", \"c\": 1", "bq"),
    ("{\"a\": \"b\nb\", \"c\": 1}", "b\nb"), ("{\"a\": 1.2.3, \"c\": 1}", "1.2.3"),
  ])
  func `goes on with what was meant`(text: String, meant: String) {
    let value = JSONReader.read(Array(text.utf8)).value
    #expect(value?["a"]?.string == meant)
    #expect(value?["c"]?.int == 1)
  }

  @Test(arguments: [
    #"{"name": "x", "tags": ["a\u00e9\ud83d\ude00", 1.5e3, true, null], "o": {"é": []}}"#,
    "{'a': /* b */ .5, c: \"d\"e\", [1 2,,] # x\n, NaN}",
    "[{\"a\": \"b},\n{\"c\": 1}] ]\u{A0}",
  ])
  func `survives any cut with places inside the file`(text: String) {
    let bytes = Array(text.utf8)
    for end in 0...bytes.count {
      let (value, faults) = JSONReader.read(Array(bytes[..<end]))
      #expect(faults.allSatisfy { $0.span.lowerBound >= 0 && $0.span.upperBound <= end })
      #expect(value.map { $0.span.upperBound <= end } != false)
      #expect(end == bytes.count || !faults.isEmpty)
    }
  }
}
