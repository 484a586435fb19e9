internal import JSON

/// JSON as it stands in a guide: perhaps a fragment, perhaps with parts left out, perhaps with stand-ins that a reader replaces.
struct JSONSample {
  /// What the language behind the fence allows.
  enum Dialect {
    case json
    /// With comments and trailing commas.
    case jsonc
    /// One value a line.
    case lines

    init?(language: String) {
      switch language {
      case "json": self = .json
      case "jsonc": self = .jsonc
      case "jsonl", "ndjson": self = .lines
      default: return nil
      }
    }
  }

  /// The first fault that a reader would trip over, at its bytes in the sample.
  ///
  /// - Complexity: linear.
  static func fault(in text: ArraySlice<UInt8>, _ dialect: Dialect) -> JSONFault? {
    let bytes = Array(text)
    if case .lines = dialect { return faultInLines(bytes) }
    let firstRead = faults(in: bytes, dialect)
    guard !firstRead.isEmpty else { return nil }
    // Whatever is not plain at once may be a sketch, a fragment, or have parts left out.
    guard let first = bytes.first(where: { $0 > 0x20 }), "{[\"/".utf8.contains(first) else { return nil }
    guard let filled = filledIn(bytes, dialect) else { return nil }
    let found = filled == bytes ? firstRead : faults(in: filled, dialect)
    guard let fault = found.first, !isFragment(filled, found, dialect) else { return nil }
    return found.contains(where: isSketch) ? nil : fault
  }

  private static func faults(in bytes: [UInt8], _ dialect: Dialect) -> [JSONFault] {
    JSONReader.read(bytes, limit: 64 << 10).faults.filter { fault in
      switch (fault.kind, dialect) {
      case (.tooLarge, _), (.trailingComma, .jsonc): false
      default: fault.breaksGrammar
      }
    }
  }

  private static func faultInLines(_ bytes: [UInt8]) -> JSONFault? {
    for line in bytes.split(separator: 0x0A) where line.contains(where: { $0 > 0x20 }) {
      guard let filled = filledIn(Array(line), .json), let fault = faults(in: filled, .json).first(where: { $0.kind != .empty }) else {
        continue
      }
      return JSONFault(fault.kind, span: fault.span.lowerBound + line.startIndex..<fault.span.upperBound + line.startIndex)
    }
    return nil
  }

  /// Whether a text is JSON as soon as it has brackets around it, or is several values one behind the other.
  ///
  /// - Parameter found: what is wrong with it as it is.
  private static func isFragment(_ bytes: [UInt8], _ found: [JSONFault], _ dialect: Dialect) -> Bool {
    if isSeries(bytes, found, dialect) { return true }
    let isRight = { (open: String, close: String) in faults(in: Array(open.utf8) + bytes + Array(close.utf8), dialect).isEmpty }
    return isRight("{", "}") || isRight("[", "]")
  }

  /// Whether the only fault is that a value follows another that starts on a line of its own, and so on.
  private static func isSeries(_ bytes: [UInt8], _ found: [JSONFault], _ dialect: Dialect) -> Bool {
    var rest = bytes[...]
    var found = found
    for _ in 0..<50 {
      guard let fault = found.first else { return true }
      guard found.count == 1, case .textAfterEnd = fault.kind else { return false }
      rest = rest[(rest.startIndex + fault.span.lowerBound)...]
      found = faults(in: Array(rest), dialect)
    }
    return false
  }

  /// A word where a value belongs, as in `{ "name": string }`: a sketch of what is to be written.
  private static func isSketch(_ fault: JSONFault) -> Bool {
    switch fault.kind {
    case .unquotedString: true
    default: false
    }
  }

  /// The text with `...` put right: a value where one is missing, nothing where some are left out. Comments go where they are allowed, or
  /// say that something is left out. Bytes keep their places. Nil when it has characters that stand for something else: `<key>`, `${KEY}`,
  /// `{{ key }}`, a call.
  private static func filledIn(_ bytes: [UInt8], _ dialect: Dialect) -> [UInt8]? {
    var out = bytes
    var index = 0
    while index < out.count {
      switch out[index] {
      case UInt8(ascii: "\""): index = endOfString(from: index, in: out)
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "("),
        UInt8(ascii: "|"),
        UInt8(ascii: "#"), UInt8(ascii: "="), UInt8(ascii: "`"):
        return nil
      case UInt8(ascii: "+") where index == 0 || out[index - 1] == 0x0A: return nil
      case UInt8(ascii: "{") where index + 1 < out.count && out[index + 1] == UInt8(ascii: "{"): return nil
      case UInt8(ascii: "/"):
        let end = endOfComment(from: index, in: out)
        let isElision = out[index..<end].contains { $0 == 0xE2 } || containsDots(out[index..<end])
        if end > index + 1, isElision || dialect == .jsonc { blank(&out, index..<end) }
        index = max(end, index + 1)
      case UInt8(ascii: "."), 0xE2:
        let end = index + out[index...].prefix { $0 == UInt8(ascii: ".") || $0 >= 0x80 }.count
        if containsDots(out[index..<end]) || out[index..<end].elementsEqual("…".utf8) { elide(index..<end, &out) }
        index = end
      default: index += 1
      }
    }
    return out
  }

  /// Takes out what stands for parts that are left out, with one of the commas around it, or puts a value there.
  private static func elide(_ range: Range<Int>, _ out: inout [UInt8]) {
    let before = out[..<range.lowerBound].lastIndex { $0 > 0x20 }
    let behind = out[range.upperBound...].firstIndex { $0 > 0x20 }
    blank(&out, range)
    let comma = UInt8(ascii: ",")
    switch (before.map { out[$0] }, behind.map { out[$0] }) {
    case (UInt8(ascii: ":"), _): out[range.lowerBound] = UInt8(ascii: "0")
    case (_, comma): if let behind { out[behind] = 0x20 }
    case (comma, UInt8(ascii: "}")), (comma, UInt8(ascii: "]")), (comma, nil): if let before { out[before] = 0x20 }
    case (let left?, let right?) where left != comma && !"{[".utf8.contains(left) && !"}]".utf8.contains(right):
      out[range.lowerBound] = comma
    default: break
    }
  }

  private static func blank(_ out: inout [UInt8], _ range: Range<Int>) {
    for index in range where out[index] != 0x0A { out[index] = 0x20 }
  }

  private static func containsDots(_ text: ArraySlice<UInt8>) -> Bool {
    text.count > 2 && zip(text, zip(text.dropFirst(), text.dropFirst(2))).contains { $0 == 0x2E && $1.0 == 0x2E && $1.1 == 0x2E }
  }

  /// The offset behind the mark that ends a string, or behind its line.
  private static func endOfString(from start: Int, in bytes: [UInt8]) -> Int {
    var index = start + 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != 0x0A {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index + 1, bytes.count)
  }

  /// The offset behind a comment; behind one byte when there is none.
  private static func endOfComment(from start: Int, in bytes: [UInt8]) -> Int {
    let next = start + 1 < bytes.count ? bytes[start + 1] : 0
    if next == UInt8(ascii: "/") { return bytes[start...].firstIndex(of: 0x0A) ?? bytes.count }
    guard next == UInt8(ascii: "*") else { return start + 1 }
    var index = start + 2
    while index + 1 < bytes.count, !(bytes[index] == UInt8(ascii: "*") && bytes[index + 1] == UInt8(ascii: "/")) { index += 1 }
    return min(index + 2, bytes.count)
  }
}
