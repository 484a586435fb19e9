internal import Files
internal import Prompts

/// The line in a generated file by which augury knows it again, and tells whether somebody has edited it: a comment of the file's
/// format, with a hash over everything but itself. It is no protection against forgery.
enum OwnMark {
  /// What a file says about itself.
  enum Trace {
    /// Nothing: it is somebody else's.
    case none
    /// Augury wrote these bytes.
    case intact
    /// Augury wrote the file, and somebody has changed it.
    case edited
  }

  private static let hashOpener = Array("# augury:export ".utf8)
  private static let htmlOpener = Array("<!-- augury:export ".utf8)

  /// A content as it goes into a project.
  ///
  /// - Parameter subject: what the file was made of, to be named to the reader.
  static func marked(_ content: [UInt8], _ marker: ExportFile.Marker, of subject: ExportFile.Subject) -> [UInt8] {
    let source = words(subject).map { " of \($0)" } ?? ""
    let advice = " Made by augury\(source). Edit it there: an edit here is never overwritten, but ends the updates."
    switch marker {
    case .hashComment(let line):
      var place = 0
      for _ in 0..<line { place = LineEnds.next(after: place, in: content[...]) }
      return signed(Array(content[..<place]) + hashOpener, Array("\(advice)\n".utf8) + content[place...])
    case .htmlComment:
      let gap = Array((content.last == LineEnds.feed ? "\n" : "\n\n").utf8)
      return signed(content + gap + htmlOpener, Array("\(advice) -->\n".utf8))
    case .list, .section: return content
    }
  }

  private static func signed(_ start: [UInt8], _ end: [UInt8]) -> [UInt8] {
    start + Array(hash(start + end).utf8) + end
  }

  /// What the marks in a file say: the first that is a line of its own with `#`, or the last HTML comment.
  ///
  /// - Complexity: linear.
  static func trace(in bytes: [UInt8]) -> Trace {
    var first: Int?
    var last: Int?
    var line = 0
    while line < bytes.count {
      if first == nil, bytes[line...].starts(with: hashOpener) { first = line + hashOpener.count }
      if bytes[line...].starts(with: htmlOpener) { last = line + htmlOpener.count }
      line = LineEnds.next(after: line, in: bytes[...])
    }
    let places = [first, last].compactMap(\.self)
    return places.isEmpty ? .none : places.contains { isSigned(bytes, at: $0) } ? .intact : .edited
  }

  private static func isSigned(_ bytes: [UInt8], at start: Int) -> Bool {
    let end = start + hashLength
    return end <= bytes.count && hash(Array(bytes[..<start] + bytes[end...])).utf8.elementsEqual(bytes[start..<end])
  }

  /// Digits of a hash.
  static let hashLength = 16

  /// The hash of bytes, whatever their line ends.
  static func hash(_ bytes: [UInt8]) -> String {
    var hash = QuickHash()
    hash.mix(LineEnds.unified(bytes))
    return hash.text
  }

  private static let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./".utf8)

  private static func words(_ subject: ExportFile.Subject) -> String? {
    switch subject {
    case .prompt(let name): "the prompt \(name)"
    case .page(let path): isPlain(path) ? path : nil
    case .module(let id): isPlain(id) ? id : nil
    case .prompts, .library: nil
    }
  }

  /// Whether somebody else's name stays what it is in a comment of any format.
  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && !name.contains("--") && name.utf8.allSatisfy(plain.contains)
  }
}
