/// Finds what somebody probably meant.
package enum Spelling {
  /// `; did you mean `x`?` for the nearest of some names, or nothing when none is near.
  package static func suggestion(for name: String, among names: some Sequence<String>) -> String {
    nearest(to: name, among: names).map { "; did you mean `\($0)`?" } ?? ""
  }

  /// The nearest name within a third of the letters (at least one edit); of several the first in the order of the alphabet.
  ///
  /// Nothing is near a name of more than 100 bytes: nobody mistypes that by hand, and comparing long names takes long.
  package static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    guard name.utf8.count <= 100 else { return nil }
    let limit = max(1, name.count / 3)
    let near = names.filter { $0.utf8.count <= 400 && abs($0.unicodeScalars.count - name.unicodeScalars.count) <= limit }
      .map { (distance: distance(name.lowercased(), $0.lowercased()), name: $0) }.filter { $0.distance <= limit }
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
