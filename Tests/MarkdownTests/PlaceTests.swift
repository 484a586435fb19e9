import Testing

@testable import Markdown

/// The tree with its places, above all where libcmark-gfm tells wrong places or none: after definitions, in setext headings, in
/// HTML blocks, in lists, on further lines, at addresses, in tables and in fences that nothing closes.
@Suite struct PlaceTests {
  struct Case: Sendable {
    let markdown: String
    let tree: String
  }

  @Test(arguments: cases.indices)
  func `each node stands where its source does`(index: Int) {
    let bytes = Array(Self.cases[index].markdown.utf8)
    #expect(Document(parsing: bytes, skipping: FrontMatter.length(in: bytes)).dump == Self.cases[index].tree)
  }

  static let cases: [Case] = [
    Case(
      markdown: "<!-- a -->\n\ntext\n",
      tree: #"""
        document @0..<17
         html '<!-- a -->\n' @0..<10
         paragraph @12..<16
          text 'text' @12..<16
        """#
    ),
    Case(
      markdown: "<div>\nx\n\ny <b>z</b>\n",
      tree: #"""
        document @0..<20
         html '<div>\nx\n' @0..<7
         paragraph @9..<19
          text 'y ' @9..<11
          tag '<b>' @11..<14
          text 'z' @14..<15
          tag '</b>' @15..<19
        """#
    ),
    Case(
      markdown: "[a]: /x\ntext *b* [a]\nmore `c`\n",
      tree: #"""
        document @0..<30
         paragraph @8..<29
          text 'text ' @8..<13
          emphasis @13..<16
           text 'b' @14..<15
          text ' ' @16..<17
          link(/x) @17..<20
           text 'a' @18..<19
          softBreak @20..<21
          text 'more ' @21..<26
          span 'c' @26..<29
        """#
    ),
    Case(
      markdown: "[a]: /x\nHead\ning\n===\n\nafter\n",
      tree: #"""
        document @0..<28
         heading(1) #heading @8..<20
          text 'Head' @8..<12
          softBreak @12..<13
          text 'ing' @13..<16
         paragraph @22..<27
          text 'after' @22..<27
        """#
    ),
    Case(
      markdown: "Head *x*\ning\n===\nafter\n",
      tree: #"""
        document @0..<23
         heading(1) #head-xing @0..<16
          text 'Head ' @0..<5
          emphasis @5..<8
           text 'x' @6..<7
          softBreak @8..<9
          text 'ing' @9..<12
         paragraph @17..<22
          text 'after' @17..<22
        """#
    ),
    Case(
      markdown: "> - a\n>   b `c` [l](/u \"t\") *e*\n      lazy `d`\n\nx\n",
      tree: #"""
        document @0..<50
         blockQuote @0..<46
          list(-, tight) @0..<46
           item @0..<46
            paragraph @0..<46
             text 'a' @4..<5
             softBreak @5..<6
             text 'b ' @10..<12
             span 'c' @12..<15
             text ' ' @15..<16
             link(/u 't') @16..<27
              text 'l' @17..<18
             text ' ' @27..<28
             emphasis @28..<31
              text 'e' @29..<30
             softBreak @31..<32
             text 'lazy ' @38..<43
             span 'd' @43..<46
         paragraph @48..<49
          text 'x' @48..<49
        """#
    ),
    Case(
      markdown: "[l](/u\n\"ti\") z *q*\nnext `c`\n",
      tree: #"""
        document @0..<28
         paragraph @0..<27
          link(/u 'ti') @0..<12
           text 'l' @1..<2
          text ' z ' @12..<15
          emphasis @15..<18
           text 'q' @16..<17
          softBreak @18..<19
          text 'next ' @19..<24
          span 'c' @24..<27
        """#
    ),
    Case(
      markdown: "a http://x.y/z b www.foo.com c m@x.org d `e` <http://q.w> *f*\n",
      tree: #"""
        document @0..<62
         paragraph @0..<61
          text 'a ' @0..<2
          link(http://x.y/z) @2..<14
           text 'http://x.y/z' @2..<14
          text ' b ' @14..<17
          link(http://www.foo.com) @17..<28
           text 'www.foo.com' @17..<28
          text ' c ' @28..<31
          link(mailto:m@x.org) @31..<38
           text 'm@x.org' @31..<38
          text ' d ' @38..<41
          span 'e' @41..<44
          text ' ' @44..<45
          link(http://q.w) @45..<57
           text 'http://q.w' @46..<56
          text ' ' @57..<58
          emphasis @58..<61
           text 'f' @59..<60
        """#
    ),
    Case(
      markdown: "a &amp; \\* b [^1] ![i](p.png) ~~s~~ **t** `` a`b `` *c*\n\n[^1]: note `c`\n\n    more\n",
      tree: #"""
        document @0..<82
         paragraph @0..<55
          text 'a & * b ' @0..<13
          reference(1.1) @13..<17
          text ' ' @17..<18
          image(p.png) @18..<29
           text 'i' @20..<21
          text ' ' @29..<30
          strikethrough @30..<35
           text 's' @32..<33
          text ' ' @35..<36
          strong @36..<41
           text 't' @38..<39
          text ' ' @41..<42
          span 'a`b' @42..<51
          text ' ' @51..<52
          emphasis @52..<55
           text 'c' @53..<54
         footnote(1, used 1) @57..<81
          paragraph @57..<71
           text 'note ' @63..<68
           span 'c' @68..<71
          paragraph @73..<81
           text 'more' @77..<81
        """#
    ),
    Case(
      markdown: "|a|b `c`|\n|-|-:|\n|x *y*|\n| \\| | [l](/u) |\n",
      tree: #"""
        document @0..<42
         table @0..<41
          head @0..<9
           cell @1..<2
            text 'a' @1..<2
           cell(right) @3..<8
            text 'b ' @3..<5
            span 'c' @5..<8
          row @17..<24
           cell @18..<23
            text 'x ' @18..<20
            emphasis @20..<23
             text 'y' @21..<22
           cell(right) @24..<24
          row @25..<41
           cell @27..<29
            text '|' @27..<29
           cell(right) @32..<39
            link(/u) @32..<39
             text 'l' @33..<34
        """#
    ),
    Case(
      markdown: "> ```\n> a\n```\nx\n```\n",
      tree: #"""
        document @0..<20
         blockQuote @0..<9
          code[](`3, open) 'a\n' @0..<9
         code[](`3) 'x\n' @10..<19
        """#
    ),
    Case(
      markdown: "- ```\n  a\n\nb\n",
      tree: #"""
        document @0..<13
         list(-, tight) @0..<10
          item @0..<10
           code[](`3, open) 'a\n\n' @0..<10
         paragraph @11..<12
          text 'b' @11..<12
        """#
    ),
    Case(
      markdown: "a `b\nc` d <i\nx> *e*\n",
      tree: #"""
        document @0..<20
         paragraph @0..<19
          text 'a ' @0..<2
          span 'b c' @2..<7
          text ' d ' @7..<10
          tag '<i\nx>' @10..<15
          text ' ' @15..<16
          emphasis @16..<19
           text 'e' @17..<18
        """#
    ),
    Case(
      markdown: "- [x] do *it*\n- [ ] un\n  - b\n\n1. x\n2. y\n",
      tree: #"""
        document @0..<40
         list(-, tight) @0..<28
          task(x) @0..<13
           paragraph @0..<13
            text 'do ' @6..<9
            emphasis @9..<13
             text 'it' @10..<12
          task( ) @14..<28
           paragraph @14..<22
            text 'un' @20..<22
           list(-, tight) @23..<28
            item @23..<28
             paragraph @23..<28
              text 'b' @27..<28
         list(1, tight) @30..<39
          item @30..<34
           paragraph @30..<34
            text 'x' @33..<34
          item @35..<39
           paragraph @35..<39
            text 'y' @38..<39
        """#
    ),
    Case(
      markdown: "[^nope] text `c` [x]\n",
      tree: #"""
        document @0..<21
         paragraph @0..<20
          text '[^nope] text ' @0..<13
          span 'c' @13..<16
          text ' [x]' @16..<20
        """#
    ),
    Case(
      markdown: "a [b *c* ][d] e\n\n[d]: /u\n",
      tree: #"""
        document @0..<25
         paragraph @0..<15
          text 'a ' @0..<2
          link(/u) @2..<13
           text 'b ' @3..<5
           emphasis @5..<8
            text 'c' @6..<7
           text ' ' @8..<9
          text ' e' @13..<15
        """#
    ),
    Case(
      markdown: "> [!NOTE]\n> text `c`\n",
      tree: #"""
        document @0..<21
         alert(note) @0..<20
          paragraph @10..<20
           text 'text ' @12..<17
           span 'c' @17..<20
        """#
    ),
    Case(
      markdown: "    code\n\n    b\n\n\nx\n",
      tree: #"""
        document @0..<20
         code[] 'code\n\nb\n' @0..<15
         paragraph @18..<19
          text 'x' @18..<19
        """#
    ),
    Case(
      markdown: "p\n| - |\n",
      tree: #"""
        document @0..<8
         table @0..<7
          head @0..<1
           cell @0..<1
            text 'p' @0..<1
        """#
    ),
    Case(
      markdown: "p\nq\n|a|b|\n|-|-|\n|c|d|\n",
      tree: #"""
        document @0..<22
         paragraph @0..<3
          text 'p' @0..<1
          softBreak @1..<2
          text 'q' @2..<3
         table @4..<21
          head @4..<9
           cell @5..<6
            text 'a' @5..<6
           cell @7..<8
            text 'b' @7..<8
          row @16..<21
           cell @17..<18
            text 'c' @17..<18
           cell @19..<20
            text 'd' @19..<20
        """#
    ),
    Case(
      markdown: "---\nt: 1\n---\n# Hé\n\n- a\n\n- b\n\n\n",
      tree: #"""
        document @13..<31
         heading(1) #hé @13..<18
          text 'Hé' @15..<18
         list(-) @20..<28
          item @20..<23
           paragraph @20..<23
            text 'a' @22..<23
          item @25..<28
           paragraph @25..<28
            text 'b' @27..<28
        """#
    ),
    Case(
      markdown: "> a\n\nb\n===\nc\n",
      tree: #"""
        document @0..<13
         blockQuote @0..<3
          paragraph @0..<3
           text 'a' @2..<3
         heading(1) #b @5..<10
          text 'b' @5..<6
         paragraph @11..<12
          text 'c' @11..<12
        """#
    ),
  ]
}
