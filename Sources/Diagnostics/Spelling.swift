/// Finds what somebody probably meant.
package enum Spelling {
  /// `; did you mean `x`?` for the nearest of some names, or nothing when none is near.
  package static func suggestion(for name: String, among names: some Sequence<String>) -> String {
    nearest(to: name, among: names).map { "; did you mean `\($0)`?" } ?? ""
  }

  /// The nearest name within a third of the letters (at least one edit); of several the first in the order of the alphabet.
  package static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    let limit = max(1, name.count / 3)
    let near = names.map { (distance: distance(name.lowercased(), $0.lowercased()), name: $0) }.filter { $0.distance <= limit }
    return near.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
  }

  /// Edits from one word to another: insertions, deletions, replacements, and swaps of neighbours (optimal string alignment).
  ///
  /// - Complexity: the product of the lengths.
  package static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.unicodeScalars)
    let right = Array(right.unicodeScalars)
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let cost = left[row] == right[column] ? 0 : 1
        var best = min(last[column + 1] + 1, current[column] + 1, last[column] + cost)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
