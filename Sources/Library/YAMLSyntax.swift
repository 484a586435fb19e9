private import Files
private import Yams

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
      return (offset(line: mark.line, column: mark.column, in: bytes, lines: lineStarts(of: bytes)), problem)
    } catch {
      return nil
    }
    return nil
  }

  /// Where each line starts, as byte offsets.
  static func lineStarts(of bytes: [UInt8]) -> [Int] {
    [0] + bytes.indices.lazy.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  /// The byte offset of a line and a column in code points, both counted from 1, as libyaml tells places.
  ///
  /// - Parameter lines: where the lines start.
  static func offset(line: Int, column: Int, in bytes: [UInt8], lines: [Int]) -> Int {
    guard line <= lines.count else { return bytes.count }
    var offset = lines[max(line, 1) - 1]
    for _ in 1..<max(column, 1) where offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }
}
