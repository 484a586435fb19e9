package import Files
package import Library

/// A whole library in one text: each file starts with a line `-- path --`, and `«»` mark the places that a test speaks of.
///
///     -- workflows/x/module.json --
///     { "name": "x" }
///     -- workflows/x/README.md --
///     # X «marked»
///
/// Behind the path may stand `(latin-1)`: the bytes are ISO 8859-1.
package struct LibraryText: Sendable {
  package var files: [String: [UInt8]] = [:]
  /// The marked places in the order of the text.
  package let spans: [SourceSpan]

  package init(_ text: String) {
    var spans: [SourceSpan] = []
    for part in ("\n" + text).components(separator: "\n-- ").dropFirst() {
      let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      var path = String(lines[0].hasSuffix(" --") ? lines[0].dropLast(3) : lines[0])
      let marked = MarkedText(lines.count > 1 ? lines[1] + "\n" : "")
      if path.hasSuffix(" (latin-1)") {
        path.removeLast(" (latin-1)".count)
        files[path] = marked.text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        spans += marked.scalarRanges.map { SourceSpan(path: path, range: $0) }
      } else {
        files[path] = Array(marked.text.utf8)
        spans += marked.ranges.sorted { $0.lowerBound < $1.lowerBound }.map { SourceSpan(path: path, range: $0) }
      }
    }
    self.spans = spans
  }

  /// The same with a further file.
  package func adding(_ path: String, _ bytes: [UInt8]) -> LibraryText {
    var text = self
    text.files[path] = bytes
    return text
  }

  /// The library that the files make.
  package func library() -> Library {
    let configuration = files[Configuration.fileName].map { Configuration.read(SourceFile(path: Configuration.fileName, bytes: $0)) }
    return Loader.load(SourceTree(files: files), configuration: configuration?.configuration ?? Configuration())
  }
}

extension String {
  /// The pieces between separators, as Foundation's `components(separatedBy:)`.
  fileprivate func components(separator: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: separator) {
      pieces.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return pieces + [String(rest)]
  }
}
