extension Language {
  static let go = Language([
    .line("//"),
    .block("/*", "*/"),
    .quoted("\""),
    .quoted("'"),
    .quoted("`", escapes: [], overLines: true),
    .number,
    .words(
      WordTable([
        .keyword: """
        any bool break byte case chan comparable complex128 complex64 const continue default defer else error fallthrough false float32
        float64 for func go goto if import int int16 int32 int64 int8 interface iota map nil package range return rune select string struct
        switch true type uint uint16 uint32 uint64 uint8 uintptr var
        """,
        .name: "append cap clear close complex copy delete imag len make max min new panic print println real recover",
      ])
    ),
  ])
}
