internal import Diagnostics
internal import Files
internal import Library
internal import Markdown

extension Rule {
  /// The findings about references of every page. A definition that several links share is one cause: it is reported once, at its place.
  ///
  /// - Parameter find: gets a reference and the bytes to report.
  static func findings(in library: Library, _ find: (Reference, Range<Int>, MarkdownFile) -> Finding?) -> [Finding] {
    library.pages.flatMap { page -> [Finding] in
      var shared: Set<String> = []
      return firstFindings(library.references(in: page.path)) { reference in
        guard let found = find(reference, reference.range, page) else { return nil }
        guard page.isByLabel(reference) else { return found }
        guard shared.insert(reference.written).inserted else { return nil }
        return page.definition(of: reference).flatMap { find(reference, $0, page) } ?? found
      }
    }
  }
}

extension MarkdownFile {
  /// Whether a link or an image has its address from a definition: it ends in its label.
  fileprivate func isByLabel(_ reference: Reference) -> Bool {
    guard reference.form == .link || reference.form == .image, !reference.range.isEmpty else { return false }
    return !brackets.definitions.isEmpty && source.bytes[reference.range.upperBound - 1] == UInt8(ascii: "]")
  }

  /// The definition that a reference has its address from.
  fileprivate func definition(of reference: Reference) -> Range<Int>? {
    LinkDefinitions(of: self).all.first { $0.destination.elementsEqual(reference.written.utf8) }?.range
  }

  /// Those of some ranges, sorted, that the parser has left as text.
  ///
  /// - Complexity: a binary search for each node of text.
  func inText(_ ranges: [Range<Int>]) -> [Range<Int>] {
    guard !ranges.isEmpty else { return [] }
    var isText = Array(repeating: false, count: ranges.count)
    for node in document.nodes {
      guard case .text(let literal) = node.kind else { continue }
      var index = ranges.partitioningIndex { $0.lowerBound >= Int(node.start) }
      while index < ranges.count, ranges[index].lowerBound < Int(node.stop) {
        if !isText[index] { isText[index] = document.bytes(literal).range(ofBytes: source.bytes[ranges[index]]) != nil }
        index += 1
      }
    }
    return zip(ranges, isText).filter(\.1).map(\.0)
  }
}

extension Array {
  /// The first index at which a test holds that holds for all elements behind it too.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var range = startIndex..<endIndex
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = holds(self[middle]) ? range.lowerBound..<middle : middle + 1..<range.upperBound
    }
    return range.lowerBound
  }
}
