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
    /// What it starts with, in bytes: templates of a mebibyte are searched for it.
    let start: [UInt8]
    /// What goes before it to make text of it; nil where nothing does.
    let escape: String?

    init(_ shape: Shape, escape: String? = nil) {
      (self.shape, self.escape) = (shape, escape)
      start = Array(shape.start)
    }
  }

  /// In the order in which they are tried.
  private let literals: [Literal]
  private let probes: [Probe]
  /// Whether a byte starts any; most bytes of a template do not.
  private let starts: [Bool]

  /// What tells soonest that a literal does not stand at a place: no reference is counted for it.
  private struct Probe {
    let first: UInt8
    let last: UInt8
    let count: Int
  }

  init(_ literals: [Literal]) {
    self.literals = literals
    let probes = literals.map { Probe(first: $0.start.first ?? 0, last: $0.start.last ?? 0, count: $0.start.count) }
    self.probes = probes
    starts = (UInt8.min...UInt8.max).map { byte in probes.contains { $0.first == byte } }
  }

  static let none = Hazards([])

  var isEmpty: Bool { literals.isEmpty }

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
    inserted(in: text) { escape, _ in escape.map { ($0, at: 0) } }
  }

  /// A text of our own in which nothing is misread: a literal without an escape gets a blank behind its first character, so that words
  /// of others in it cannot run a command.
  func defused(_ text: String) -> String {
    inserted(in: text) { escape, literal in
      escape.map { ($0, at: 0) } ?? (" ", at: literal.first == UInt8(ascii: "\\") ? 2 : 1)
    }
  }

  /// - Parameter insertion: what goes into a literal and before which of its bytes, by its escape and its bytes.
  private func inserted(in text: String, _ insertion: (String?, ArraySlice<UInt8>) -> (text: String, at: Int)?) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var position = 0
    for place in places(in: bytes) {
      guard let (text, offset) = insertion(place.escape, bytes[place.range]) else { continue }
      let end = place.range.lowerBound + offset
      out += bytes[position..<end] + Array(text.utf8)
      position = end
    }
    return out.isEmpty ? text : String(decoding: out + bytes[position...], as: UTF8.self)
  }

  /// - Complexity: linear.
  private func places(in bytes: [UInt8]) -> [(range: Range<Int>, escape: String?)] {
    guard !literals.isEmpty else { return [] }
    var found: [(range: Range<Int>, escape: String?)] = []
    var index = 0
    while index < bytes.count {
      if starts[Int(bytes[index])], let (literal, length) = match(at: index, in: bytes) {
        found.append((index..<(index + length), literal.escape))
        index += length
      } else {
        index += 1
      }
    }
    return found
  }

  private func match(at index: Int, in bytes: [UInt8]) -> (Literal, length: Int)? {
    for (number, probe) in probes.enumerated() where probe.first == bytes[index] {
      let last = index + probe.count - 1
      guard last < bytes.count, bytes[last] == probe.last else { continue }
      if let length = literals[number].length(at: index, in: bytes) { return (literals[number], length) }
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
}

extension Hazards.Literal {
  /// How many bytes it takes at a place; nil when it does not stand there.
  fileprivate func length(at index: Int, in bytes: [UInt8]) -> Int? {
    guard bytes[index...].starts(with: start) else { return nil }
    let behind = bytes[(index + start.count)...]
    switch shape {
    case .exactly: return start.count
    case .digit: return behind.first.map { (0x30...0x39).contains($0) } == true ? start.count + 1 : nil
    case .braces:
      let depth = behind.first == UInt8(ascii: "{") ? 2 : 1
      let name = behind.dropFirst(depth - 1).prefix { $0.isNameByte || $0 == UInt8(ascii: " ") }
      let isClosed = bytes[name.endIndex...].prefix(depth).elementsEqual(repeatElement(UInt8(ascii: "}"), count: depth))
      return isClosed && name.contains { $0.isNameByte } ? name.count + 2 * depth : nil
    case .path:
      let isInWord = index > 0 && bytes[index - 1].isWordByte
      let path = behind.prefix { $0.isNameByte || $0 == UInt8(ascii: "/") }
      return !isInWord && behind.first.map { $0 > 0x20 } == true ? 1 + max(1, path.count) : nil
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
