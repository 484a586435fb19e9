extension Language {
  /// C and C++.
  static let c = Language([
    .line("//"),
    .block("/*", "*/"),
    Rule("#") { scanner in
      guard scanner.isFirstOnLine else { return nil }
      scanner.position += 1
      scanner.skip(while: .blank)
      scanner.skip(while: .letters)
      // The file that is included.
      scanner.skip(while: .blank)
      if scanner[0] == UInt8(ascii: "<") { scanner.skip(until: "\n>") }
      if scanner[0] == UInt8(ascii: ">") { scanner.position += 1 }
      return .meta
    },
    .quoted("\""),
    .quoted("'"),
    .number,
    .words(
      WordTable([
        .keyword: """
        NULL _Atomic _Bool _Static_assert alignas alignof and auto bool break case catch char class co_await concept const const_cast constexpr
        continue decltype default delete do double dynamic_cast else enum explicit export extern false final float for friend goto if inline
        int int16_t int32_t int64_t int8_t long mutable namespace new noexcept not nullptr operator or override private protected ptrdiff_t
        public register reinterpret_cast requires restrict return short signed size_t sizeof ssize_t static static_assert static_cast struct
        switch template this thread_local throw true try typedef typeid typename uint16_t uint32_t uint64_t uint8_t uintptr_t union unsigned
        using virtual void volatile wchar_t while
        """
      ]),
      calls: .name
    ),
  ])
}
