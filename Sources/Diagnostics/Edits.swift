package import Files

/// Puts replacements into files without touching any other byte.
package enum Edits {
  /// A file's bytes with the fixes that are about it. Of two that meet the first in the order of places wins.
  package static func applied(_ fixes: [Fix], to source: SourceFile) -> [UInt8] {
    var out: [UInt8] = []
    var position = 0
    for fix in disjoint(fixes, in: source) {
      out += source.bytes[position..<fix.span.range.lowerBound]
      out += Array(fix.replacement.utf8)
      position = fix.span.range.upperBound
    }
    return out + source.bytes[position...]
  }

  /// The fixes that can be put into a file at once, in the order of their places: of those that overlap, or start at one place, the
  /// first. Two findings may ask for the same insertion.
  package static func disjoint(_ fixes: [Fix], in source: SourceFile) -> [Fix] {
    var chosen: [Fix] = []
    for fix in fixes.filter({ $0.span.path == source.path }).sorted(by: precedes) {
      let range = fix.span.range
      guard range.upperBound <= source.bytes.count else { continue }
      if let last = chosen.last?.span.range, range.lowerBound < last.upperBound || range.lowerBound == last.lowerBound { continue }
      chosen.append(fix)
    }
    return chosen
  }

  /// By place; at one place the shorter range and then the words decide, so that no two runs differ.
  private static func precedes(_ left: Fix, _ right: Fix) -> Bool {
    (left.span.range.lowerBound, left.span.range.upperBound, left.replacement)
      < (right.span.range.lowerBound, right.span.range.upperBound, right.replacement)
  }
}
