package import Library

/// The literals that a tool takes for something else than text, and how to write them so that it does not (`targets.md`, section 4).
///
/// Where it is not known what a tool does, a literal counts as misread.
struct Hazards: Sendable {
  /// One kind of literal.
  struct Literal: Sendable {
    enum Shape: Sendable {
      case exactly(String)
      /// A text with a digit behind it.
      case digit(after: String)
      /// `{word}` and `{{word}}`, also with blanks, dots and hyphens in them.
      case braces
      /// `@path`: an `@` that starts a word.
      case path
    }

    let shape: Shape
    /// What goes before it to make text of it; nil where nothing does.
    let escape: String?

    init(_ shape: Shape, escape: String? = nil) {
      (self.shape, self.escape) = (shape, escape)
    }
  }

  /// In the order in which they are tried.
  private let literals: [Literal]
  /// The bytes that one of them may start with.
  private let starts: Set<UInt8>

  init(_ literals: [Literal]) {
    self.literals = literals
    starts = Set(literals.compactMap(\.shape.start.first))
  }

  static let none = Hazards([])

  /// `\$` is text, and nothing is known that makes text of `\$` itself. Inserted commands, files and `${CLAUDE_...}` have no escape.
  static let claude = Hazards(
    [
      Literal(.digit(after: "\\$")), Literal(.exactly("\\$ARGUMENTS")),
      Literal(.digit(after: "$"), escape: "\\"), Literal(.exactly("$ARGUMENTS"), escape: "\\"),
      Literal(.exactly("!`")), Literal(.exactly("```!")), Literal(.exactly("``` !")), Literal(.exactly("~~~!")), Literal(.exactly("~~~ !")),
      Literal(.exactly("${CLAUDE_")), Literal(.path),
    ]
  )
  static let openCode = Hazards(
    [Literal(.digit(after: "$")), Literal(.exactly("$ARGUMENTS")), Literal(.exactly("!`")), Literal(.path)]
  )
  static let augment = Hazards([Literal(.exactly("$ARGUMENTS")), Literal(.braces)])
  static let gemini = Hazards([Literal(.exactly("{{args}}")), Literal(.exactly("!{")), Literal(.exactly("@{"))])
  static let copilot = Hazards([Literal(.exactly("${")), Literal(.exactly("#tool:")), Literal(.exactly("#file:"))])

  /// The bytes of a text that are misread whatever is put before them, in order.
  func inexpressible(in text: String) -> [Range<Int>] {
    places(in: Array(text.utf8)).filter { $0.escape == nil }.map(\.range)
  }

  /// A text in which each literal has its escape; those without one stay as they are.
  func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let places = places(in: bytes)
    guard !places.isEmpty else { return text }
    var out: [UInt8] = []
    var position = 0
    for place in places {
      out += bytes[position..<place.range.lowerBound]
      out += Array((place.escape ?? "").utf8)
      position = place.range.lowerBound
    }
    return String(decoding: out + bytes[position...], as: UTF8.self)
  }

  /// - Complexity: linear.
  private func places(in bytes: [UInt8]) -> [(range: Range<Int>, escape: String?)] {
    guard !starts.isEmpty else { return [] }
    var found: [(range: Range<Int>, escape: String?)] = []
    var index = 0
    while index < bytes.count {
      if starts.contains(bytes[index]), let (literal, length) = match(at: index, in: bytes) {
        found.append((index..<(index + length), literal.escape))
        index += length
      } else {
        index += 1
      }
    }
    return found
  }

  private func match(at index: Int, in bytes: [UInt8]) -> (Literal, length: Int)? {
    for literal in literals {
      if let length = literal.shape.length(at: index, in: bytes) { return (literal, length) }
    }
    return nil
  }
}

extension Hazards.Literal.Shape {
  /// What it starts with.
  fileprivate var start: String.UTF8View {
    switch self {
    case .exactly(let text), .digit(let text): text.utf8
    case .braces: "{".utf8
    case .path: "@".utf8
    }
  }

  /// How many bytes it takes at a place; nil when it does not stand there.
  fileprivate func length(at index: Int, in bytes: [UInt8]) -> Int? {
    guard bytes[index...].starts(with: start) else { return nil }
    let behind = bytes[(index + start.count)...]
    switch self {
    case .exactly: return start.count
    case .digit: return behind.first.map { (0x30...0x39).contains($0) } == true ? start.count + 1 : nil
    case .braces:
      let depth = behind.first == UInt8(ascii: "{") ? 2 : 1
      let name = behind.dropFirst(depth - 1).prefix { $0.isNameByte || $0 == UInt8(ascii: " ") }
      let isClosed = bytes[name.endIndex...].prefix(depth).elementsEqual(repeatElement(UInt8(ascii: "}"), count: depth))
      return isClosed && name.contains { $0.isNameByte } ? name.count + 2 * depth : nil
    case .path:
      let isInWord = index > 0 && bytes[index - 1].isWordByte
      return !isInWord && behind.first.map { $0 > 0x20 } == true ? 2 : nil
    }
  }
}

extension UInt8 {
  /// Letters, digits, `_`, and every byte of a character beyond ASCII.
  fileprivate var isWordByte: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }

  fileprivate var isNameByte: Bool { isWordByte || self == UInt8(ascii: "-") || self == UInt8(ascii: ".") }
}

extension Target {
  /// The first literal of a prompt for which a target writes no file, with the names of these targets; by place.
  package static func misreading(_ prompt: Prompt) -> [(place: Range<Int>, targets: [String])] {
    var found: [(place: Range<Int>, targets: [String])] = []
    for target in all {
      guard let place = target.format.hazards.inexpressible(in: prompt.template).first else { continue }
      if let index = found.firstIndex(where: { $0.place == place }) {
        found[index].targets.append(target.name)
      } else {
        found.append((place, [target.name]))
      }
    }
    return found.sorted { $0.place.lowerBound < $1.place.lowerBound }
  }
}
