import Files
import Highlight
import Library
import TestSupport
import Testing

/// Code as HTML: it says what the source says, and marks no more than it has to.
@Suite struct CodeHTMLTests {
  private func html(_ code: [UInt8], _ language: String) -> [UInt8] {
    var out: [UInt8] = []
    out.appendCode(code[...], in: Language.named(language))
    return out
  }

  private func html(_ code: String, _ language: String) -> String {
    String(decoding: html(Array(code.utf8), language), as: UTF8.self)
  }

  /// What a browser makes of it: elements dropped, the two escapes read.
  private func text(of html: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var rest = html[...]
    while let byte = rest.first {
      let reference = [("&lt;", "<"), ("&amp;", "&")].first { rest.starts(with: $0.0.utf8) }
      if byte == UInt8(ascii: "<"), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        rest = rest[(end + 1)...]
      } else if let (written, meant) = reference {
        text += meant.utf8
        rest = rest.dropFirst(written.utf8.count)
      } else {
        text.append(rest.removeFirst())
      }
    }
    return text
  }

  @Test(arguments: Language.names) func `the text of what is shown is the source, for whatever stands there`(_ language: String) throws {
    for sample in try Loader.read(Repository.root + "/Tests/Fixtures/highlight").files {
      for end in stride(from: 0, through: sample.bytes.count, by: 211) {
        let code = Array(sample.bytes[..<end])
        #expect(text(of: html(code, language)) == code, "\(sample.path) to \(end)")
      }
    }
    var state: UInt64 = 1
    let marks = Array("\"'`$${}()[]<>/*-+#\\\n\r\t @:;.=|&%!~^?0aAeExX_\u{0}\u{7F}\u{E9}\u{1F600}".utf8)
    for _ in 0..<100 {
      let code = (0..<60).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 60 == 0 ? UInt8(truncatingIfNeeded: state >> 33) : marks[Int(state >> 33) % marks.count]
      }
      #expect(text(of: html(code, language)) == code, "\(code)")
    }
  }

  @Test func `neighbours of one class share an element, and what is plain has none`() {
    #expect(html("CREATE TABLE a (b)", "sql") == #"<span class="k">CREATE TABLE</span> a (b)"#)
    #expect(html("-- a < b\n-- & c\n\nx", "sql") == "<span class=\"c\">-- a &lt; b\n-- &amp; c</span>\n\nx")
    #expect(html(#"{"a": "b", "c": -1}"#, "json").hasPrefix(#"{<span class="f">"a"</span>: <span class="s">"b"</span>, <span"#))
  }

  @Test func `an unknown language, none, and what is very long stay plain`() {
    #expect(html("SELECT '<' & 1", "nonsense") == "SELECT '&lt;' &amp; 1" && html("SELECT 1", "") == "SELECT 1")
    let long = String(repeating: "SELECT 1;\n", count: Language.longest / 10 + 1)
    #expect(html(long, "sql") == long)
    #expect(html(String(long.dropLast(10)), "sql") != long)
  }

  @Test(arguments: ["SQL", "PostgreSQL", "sql"]) func `the case of a name does not matter`(_ name: String) {
    #expect(Language.named(name) != nil)
  }

  @Test(arguments: [
    ("sql", "AS $body$ BEGIN x := 1; END $body$", "k:AS s:$body$ k:BEGIN n:1 k:END s:$body$"),
    ("sql", "SELECT name, e.type FROM \"a b\" WHERE x = 'it''s' -- c", "k:SELECT k:FROM k:WHERE s:'it''s' c:-- c"),
    ("sql", "a #> '{b}' -- c\n# d", "s:'{b}' c:-- c\n# d"), ("sql", "SELECT $1, :name, @v, x::int", "k:SELECT m:$1 m::name m:@v k:int"),
    ("javascript", "`a ${b + `c ${1}`} d` / 2", "s:`a ${ s:`c ${ n:1 s:}`} d` n:2"),
    ("javascript", "a = b / c / d; e = /[/]x/g; f(/y/)", "s:/[/]x/g s:/y/"), ("javascript", "x.delete(...this)", "k:this"),
    ("python", "f\"a {b['c']:>{w}} {{d}}\" + rb'\\''", "s:f\"a { s:'c' s:} {{d}}\" s:rb'\\''"),
    ("python", "@a.b\ndef c(self): pass", "m:@a.b k:def f:c k:self k:pass"), ("python", "'open\nx = 1", "s:'open n:1"),
    ("bash", "echo \"$a $(b \"c\") d\" <<E # no\nx\nE\n# yes", "f:echo s:\" m:$a s:  k:$( s:\"c\" k:) s: d\" <<E # no\nx\nE c:# yes"),
    ("bash", "a=1 b$c # d", "m:a n:1 m:$c c:# d"), ("yaml", "a: |\n  b: c\n\n  d\ne: [f, 1]  # g", "f:a s:|\n  b: c\n\n  d f:e n:1 c:# g"),
    ("yaml", "- a#b: \"c: d\"\n  e: f # g", "f:a#b s:\"c: d\" f:e c:# g"),
    ("cypher", "MATCH (a:Order {b: $c}) /* d */", "k:MATCH m:$c c:/* d */"),
    ("php", "<?php # a\nnew X(\"b $c {$d->e(\"f\")}\"); #[G]", "m:<?php c:# a k:new f:X s:\"b  m:$c s: { m:$d f:e s:\"f\" s:}\""),
    ("diff", "--- a\n+++ b\n@@ -1 +1 @@\n-c\n+d\n -e", "k:--- a\n+++ b m:@@ -1 +1 @@ n:-c s:+d"),
    ("http", "POST /a?b=1 HTTP/1.1\nA-B: c; d=1\n\n{\"e\": \"f\", \"g\": 1}", "k:POST f:A-B f:\"e\" s:\"f\" f:\"g\" n:1"),
    ("markdown", "# A\n\n- b `c` [d](e) **f** g\n> h\n\n```x\n# i\n```\nj", "k:# A m:- s:`c` f:[d](e) **f** c:> h s:```x\n# i\n```"),
    ("go", "func a() string { return `b\nc` + 'd' } // e", "k:func k:string k:return s:`b\nc` s:'d' c:// e"),
    ("c", "#include <a.h>\nint b(void) { return c(0x1FUL); }", "m:#include <a.h> k:int f:b k:void k:return f:c n:0x1FUL"),
    (
      "powershell", "Get-Item -Path $a:b | Where-Object { $_ -eq 'c' } # d", "f:Get-Item -Path m:$a:b f:Where-Object m:$_ f:-eq s:'c' c:# d"
    ),
    ("css", ".a:hover { color: #fff; width: calc(1.5em + 2%) } /* b */", "k:.a f:color n:#fff f:width f:calc n:1.5em n:2% c:/* b */"),
    ("html", "<!-- a --><b c=\"d\" e>f \"g\" &amp; h</b>", "c:<!-- a --> k:<b f:c s:\"d\" f:e k:> m:&amp; k:</b>"),
    ("redis", "SET a \"b c\" EX 10\n# d\nGET a", "k:SET s:\"b c\" n:10 c:# d k:GET"),
    ("aql", "FOR a IN b // c\n RETURN a", "k:FOR k:IN c:// c k:RETURN"),
    ("typescript", "let a: B<c> = <D>e as number", "k:let k:B k:as number"),
  ]) func `the marks of a language`(language: String, code: String, expected: String) {
    let marked = html(code, language).matches(of: /<span class="(.)">([^<]*)<\/span>/).map { "\($0.1):\($0.2)" }.joined(separator: " ")
    #expect(String(decoding: text(of: Array(marked.utf8)), as: UTF8.self) == expected)
  }
}
