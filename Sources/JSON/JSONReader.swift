internal import Files

/// Reads JSON (RFC 8259) as authors write it: every error of a file is reported in one run, each once, and the value holds
/// whatever could be read.
///
/// An error is reported where it was made. What follows from it is not reported: after one the reader goes on with what the author most
/// likely meant, and stays silent until it has read something that makes sense again.
package struct JSONReader {
  /// Brackets inside one another that are read. Deeper parts are skipped and reported: a walk over the value may then recurse.
  package static let maximumDepth = 512
  /// Faults that are listed for one file.
  package static let maximumFaults = 100

  let bytes: [UInt8]
  /// The next byte to read.
  var offset = 0
  /// The end of the last thing that was read, white space left out. What is missing is missing here.
  var previousEnd = 0
  private var faults: [JSONFault] = []
  /// The value of `previousEnd` up to which an error explains whatever looks wrong.
  private var explainedEnd = -1
  private var openContainers: [JSONContainer] = []

  /// What an array or object has held so far.
  private struct Contents {
    var elements: [JSONValue] = []
    var members: [JSONMember] = []
    var isEmpty = true
    /// Offsets of the commas since the last item.
    var commas: [Int] = []
  }

  /// Reads one file. The value is nil only when nothing in it can be taken for a value.
  ///
  /// - Parameter limit: the most bytes that are read; the tree of values takes dozens of times its text.
  /// - Complexity: linear in the number of bytes.
  package static func read(_ bytes: [UInt8], limit: Int = .max) -> (value: JSONValue?, faults: [JSONFault]) {
    if bytes.count > limit { return (nil, [JSONFault(.tooLarge(limit: limit), span: 0..<0)]) }
    var reader = JSONReader(bytes: bytes)
    let value = reader.readFile()
    return (value, reader.sortedFaults())
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func readFile() -> JSONValue? {
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      report(.utf16, 0..<2)
      return nil
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      report(.byteOrderMark, 0..<3)
      offset = 3
    }
    guard let byte = skipSpace() else {
      report(.empty, 0..<bytes.count)
      return nil
    }
    guard let value = readValue() else {
      report(.unexpected(String(Unicode.Scalar(byte))), offset..<offset + 1)
      return nil
    }
    if skipSpace() != nil, !isExplained { report(.textAfterEnd, offset..<endOfLine(from: offset)) }
    return value
  }

  /// The value at `offset`; nil, with nothing consumed, when a comma, a colon, a closing bracket or the end stands there.
  private mutating func readValue() -> JSONValue? {
    guard offset < bytes.count else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: "["): return readContainer(.array)
    case UInt8(ascii: "{"): return readContainer(.object)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let (text, span) = readString(isKey: false)
      return JSONValue(.string(text), span: span)
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "]"), UInt8(ascii: "}"): return nil
    default: return readWord()
    }
  }
}

// MARK: - Arrays and objects

extension JSONReader {
  private mutating func readContainer(_ container: JSONContainer) -> JSONValue {
    let start = offset
    if openContainers.count == Self.maximumDepth {
      skipTooDeep()
      return JSONValue(container == .array ? .array([]) : .object([]), span: start..<offset)
    }
    openContainers.append(container)
    advance()
    var contents = Contents()
    var isOpen = true
    while isOpen {
      switch skipSpace() {
      case nil:
        reportUnclosed(container, start: start, until: 0)
        isOpen = false
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        close(container, contents, start: start)
        isOpen = false
      case UInt8(ascii: ","):
        contents.commas.append(offset)
        advance()
      case UInt8(ascii: ":") where container == .array:
        report(.colonInArray, offset..<offset + 1)
        contents.commas.append(offset)
        advance()
      default:
        checkCommas(before: offset, of: container, contents)
        readItem(of: container, into: &contents)
      }
    }
    openContainers.removeLast()
    reportDuplicates(in: contents.members)
    return JSONValue(container == .array ? .array(contents.elements) : .object(contents.members), span: start..<max(previousEnd, start + 1))
  }

  private mutating func readItem(of container: JSONContainer, into contents: inout Contents) {
    contents.commas.removeAll(keepingCapacity: true)
    contents.isEmpty = false
    if container == .object {
      if let member = readMember() { contents.members.append(member) }
    } else if let element = readValue() {
      contents.elements.append(element)
    }
  }

  /// Reports commas that are missing before the item at `next`, or too many before it or, when it is nil, before the closing bracket.
  private mutating func checkCommas(before next: Int?, of container: JSONContainer, _ contents: Contents) {
    let commas = contents.commas
    if next != nil, !contents.isEmpty, commas.isEmpty { return reportMissing(.missingComma(container)) }
    let allowed = next != nil && !contents.isEmpty ? 1 : 0
    guard commas.count > allowed, let last = commas.last else { return }
    let isTrailing = next == nil && !contents.isEmpty
    report(isTrailing ? .trailingComma(container) : .extraComma, commas[allowed]..<last + 1)
  }

  /// A member; nil when it has no key, no colon or no value.
  private mutating func readMember() -> JSONMember? {
    let key = readKey()
    if let key, key.isUnquoted { report(.unquotedKey(key.text), key.span) }
    guard let next = skipSpace() else { return nil }
    var hasColon = true
    if next == UInt8(ascii: ":") {
      advance()
    } else if next == UInt8(ascii: "=") {
      report(.missingColon, offset..<offset + 1)
      advance()
    } else {
      reportMissing(.missingColon)
      hasColon = false
    }
    guard skipSpace() != nil else { return nil }
    guard let value = readValue() else {
      reportMissing(.missingValue)
      return nil
    }
    if !hasColon { explainedEnd = previousEnd }
    return key.map { JSONMember(key: $0.text, keySpan: $0.span, value: value) }
  }

  private mutating func readKey() -> (text: String, span: Range<Int>, isUnquoted: Bool)? {
    switch bytes[offset] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let (text, span) = readString(isKey: true)
      return (text, span, false)
    case UInt8(ascii: ":"):
      reportMissing(.missingKey)
      return nil
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      reportMissing(.missingKey)
      _ = readValue()
      explainedEnd = previousEnd
      return nil
    default:
      let span = readBareText(endingAt: [UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "{"), UInt8(ascii: "[")])
      return (text(span), span, true)
    }
  }

  /// Keys are compared by code unit, as the RFC recommends (section 8.3).
  private mutating func reportDuplicates(in members: [JSONMember]) {
    // Keys of the same bytes are equal strings too, and sets of strings are fast.
    guard members.count > 1, Set(members.lazy.map(\.key)).count < members.count else { return }
    var first: [[UInt8]: Range<Int>] = [:]
    for member in members {
      let key = Array(member.key.utf8)
      if let place = first[key] {
        report(.duplicateKey(member.key, first: place), member.keySpan)
      } else {
        first[key] = member.keySpan
      }
    }
  }
}

// MARK: - Brackets

extension JSONReader {
  /// Closes a container at a closing bracket, which is consumed unless it belongs to one further out.
  private mutating func close(_ container: JSONContainer, _ contents: Contents, start: Int) {
    let bracket = bytes[offset]
    if bracket != container.closer {
      if let outer = openContainers.lastIndex(where: { $0.closer == bracket }) {
        return reportUnclosed(container, start: start, until: outer + 1)
      }
      report(.wrongBracket(String(Unicode.Scalar(bracket)), container), offset..<offset + 1)
    }
    checkCommas(before: nil, of: container, contents)
    advance(to: offset + 1, isExplained: bracket != container.closer)
  }

  /// Reports a container that is not closed, once for all that are open around it down to the level `until`.
  private mutating func reportUnclosed(_ container: JSONContainer, start: Int, until level: Int) {
    guard !isExplained else { return }
    let missing = openContainers[level...].reversed().map { Character(Unicode.Scalar($0.closer)) }
    report(.unclosed(container, missing: String(missing)), start..<start + 1)
    explainedEnd = previousEnd
  }

  /// Skips a value that is nested too deeply, without recursion, and reports it.
  private mutating func skipTooDeep() {
    report(.tooDeep(limit: Self.maximumDepth), offset..<offset + 1)
    var depth = 0
    var isString = false
    repeat {
      switch bytes[offset] {
      case UInt8(ascii: "\\") where isString: offset += 1
      case UInt8(ascii: "\""): isString.toggle()
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += isString ? 0 : 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= isString ? 0 : 1
      default: break
      }
      offset += 1
    } while depth > 0 && offset < bytes.count
    offset = min(offset, bytes.count)
    previousEnd = offset
    explainedEnd = offset
  }
}

// MARK: - Places and faults

extension JSONReader {
  /// Whether an earlier error reaches to the last thing read, and so explains what is missing there.
  var isExplained: Bool { previousEnd == explainedEnd }

  /// Steps over one byte that is not white space.
  mutating func advance() {
    offset += 1
    previousEnd = offset
  }

  /// Steps to the end of something that was read; an error in it explains what seems to be missing behind it.
  mutating func advance(to end: Int, isExplained: Bool = false) {
    offset = end
    previousEnd = end
    if isExplained { explainedEnd = end }
  }

  mutating func report(_ kind: JSONFault.Kind, _ span: Range<Int>) {
    if faults.count < Self.maximumFaults {
      faults.append(JSONFault(kind, span: span))
    } else if faults.count == Self.maximumFaults {
      faults.append(JSONFault(.tooManyFaults(limit: Self.maximumFaults), span: span))
    }
  }

  /// Reports that something is missing behind the last thing read.
  mutating func reportMissing(_ kind: JSONFault.Kind) {
    guard !isExplained else { return }
    report(kind, previousEnd..<previousEnd)
    explainedEnd = previousEnd
  }

  /// The text of a range, with U+FFFD where bytes are not UTF-8.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The faults in the order of the file. A byte that is not UTF-8 explains whatever else was met at its place.
  private func sortedFaults() -> [JSONFault] {
    var sorted = faults
    if faults.first?.kind != .utf16, let invalid = UTF8Check.firstInvalidOffset(in: bytes) {
      sorted.removeAll { $0.span.contains(invalid) }
      sorted.append(JSONFault(.invalidUTF8, span: invalid..<invalid + 1))
    }
    return sorted.sorted { ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound) }
  }
}
