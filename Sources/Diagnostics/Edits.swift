package import Files

/// Puts replacements into files without touching any other byte.
package enum Edits {
  /// A file's bytes with the fixes that are about it. Of two that overlap the first in the order of places wins.
  package static func applied(_ fixes: [Fix], to source: SourceFile) -> [UInt8] {
    var out: [UInt8] = []
    var position = 0
    for fix in fixes.filter({ $0.span.path == source.path }).sorted(by: { $0.span.range.lowerBound < $1.span.range.lowerBound }) {
      let range = fix.span.range
      guard range.lowerBound >= position, range.upperBound <= source.bytes.count else { continue }
      out += source.bytes[position..<range.lowerBound]
      out += Array(fix.replacement.utf8)
      position = range.upperBound
    }
    return out + source.bytes[position...]
  }
}
