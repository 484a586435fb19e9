extension Language {
  /// Python 3, with the code in formatted texts.
  static let python = Language(
    [
      .line("#"),
      Rule("rRbBuUfFtT\"'", pythonText),
      .brackets("{", "}"),
      .number,
      Rule("@") { scanner in
        guard scanner.isFirstOnLine else { return nil }
        scanner.position += 1
        scanner.skip(while: .identifier + ".")
        return .meta
      },
      Rule(.letters) { scanner in
        guard scanner.follows("def") || scanner.follows("class") else { return nil }
        scanner.skip(while: .identifier)
        return .name
      },
      Rule("mc") { scanner in
        guard scanner.isFirstOnLine, scanner.take("match ") || scanner.take("case ") else { return nil }
        guard !ByteSet("=.,:)+-*/".utf8).contains(scanner.next(behind: .blank)) else { return nil }
        scanner.position -= 1
        return .keyword
      },
      .words(pythonWords),
    ],
    text: formattedText
  )

  private static let textLetters: ByteSet = "rRbBuUfFtT"
  private static let formatLetters: ByteSet = "fFtT"

  /// A text with its letters before it and one mark or three around it. One with an `f` is read as a text with code.
  private static let pythonText: Scan = { scanner in
    var letters = 0
    var isFormatted = false
    while letters < 2, textLetters.contains(scanner[letters]) {
      isFormatted = isFormatted || formatLetters.contains(scanner[letters])
      letters += 1
    }
    let quote = scanner[letters]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    let quotes = scanner[letters + 1] == quote && scanner[letters + 2] == quote ? 3 : 1
    scanner.advance(letters + quotes)
    scanner.texts.append(Scanner.OpenText(quote: quote, quotes: quotes))
    if !isFormatted || scanner.texts.count > Scanner.deepest { scanner.skipText(stopsAtCode: false) }
    return .string
  }

  private static let formattedText: Scan = { scanner in
    if scanner[0] == UInt8(ascii: "{"), scanner[1] != UInt8(ascii: "{") {
      scanner.position += 1
      scanner.enterCode()
    } else {
      scanner.skipText(stopsAtCode: true)
    }
    return .string
  }

  private static let pythonWords = WordTable([
    .keyword: """
    False None True and as assert async await break class cls continue def del elif else except finally for from global if import in is
    lambda nonlocal not or pass raise return self try while with yield NotImplemented Ellipsis
    """,
    .name: """
    abs aiter all any anext ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict dir divmod
    enumerate eval exec filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len
    list locals map max memoryview min next object oct open ord pow print property range repr reversed round set setattr slice sorted
    staticmethod str sum super tuple type vars zip
    ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError ChildProcessError
    ConnectionError ConnectionResetError EOFError Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError
    GeneratorExit IOError ImportError IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError
    MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError PermissionError
    ProcessLookupError RecursionError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError SystemExit
    TabError TimeoutError TypeError UnicodeDecodeError UnicodeEncodeError UnicodeError ValueError Warning ZeroDivisionError
    """,
    .meta: "__name__ __file__ __doc__ __all__ __dict__ __class__ __module__ __slots__ __annotations__",
  ])
}

extension Scanner {
  /// Reads on in the innermost text: to its end, which leaves it, or to code in it. One of one mark ends with its line at the latest.
  fileprivate mutating func skipText(stopsAtCode: Bool) {
    while !isAtEnd, !takeTextEnd() {
      if self[0] == UInt8(ascii: "\n"), texts.last?.quotes == 1 {
        texts.removeLast()
        return
      }
      if stopsAtCode, self[0] == UInt8(ascii: "{") {
        if self[1] != UInt8(ascii: "{") { return }
        position += 1
      }
      advance(self[0] == UInt8(ascii: "\\") ? 2 : 1)
    }
    if isAtEnd, stopsAtCode { texts.removeAll() }
  }
}
