private import Files
internal import Yams

/// Whether a text is YAML, for whoever needs no more than that.
package enum YAMLSyntax {
  /// The first fault of a text of one or more documents: what is wrong, and the byte where that shows. Nil for what is YAML, and for
  /// what is not parsed: text that is too long, and anchors with aliases. A key that appears twice is left to others.
  package static func fault(in bytes: [UInt8]) -> (offset: Int, message: String)? {
    let source = SourceFile(path: "", bytes: bytes)
    guard YAMLGuard.fault(in: source) == nil else { return nil }
    do {
      var documents = try Yams.compose_all(yaml: source.text)
      while documents.next() != nil {}
      if let error = documents.error { throw error }
    } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _) {
      return (YAMLPlaces(bytes).offset(of: mark), problem)
    } catch {
      return nil
    }
    return nil
  }
}

/// Turns places as libyaml tells them into byte offsets.
struct YAMLPlaces {
  private let bytes: [UInt8]
  /// Where each line starts, as byte offsets.
  private let lines: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = [0] + bytes.indices.lazy.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  /// The byte offset of a mark: a line and a column in code points, both counted from 1. That of no mark is the start.
  func offset(of mark: Mark?) -> Int {
    let (line, column) = (max(mark?.line ?? 1, 1), mark?.column ?? 1)
    guard line <= lines.count else { return bytes.count }
    var offset = lines[line - 1]
    for _ in 1..<max(column, 1) where offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }
}
