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
      return (offset(line: mark.line, column: mark.column, in: bytes), problem)
    } catch {
      return nil
    }
    return nil
  }

  /// The byte offset of a line and a column in code points, both counted from 1, as libyaml tells places.
  static func offset(line: Int, column: Int, in bytes: [UInt8]) -> Int {
    var offset = 0
    for _ in 1..<max(line, 1) {
      guard let end = bytes[offset...].firstIndex(of: 0x0A) else { return bytes.count }
      offset = end + 1
    }
    for _ in 1..<max(column, 1) where offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }
}
