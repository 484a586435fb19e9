/// The number that a module has to state when its own statements are part of what is counted.
///
/// There always is one. Let `rest` be what is counted without the numbers, and let there be `claims` of them: a number of d
/// digits has to be `rest + claims * d`. Take the least d for which that sum has at most d digits. It has d digits, since the
/// sum for d - 1 had more than d - 1, and the sums grow with d.
package enum CountFixedPoint {
  /// - Parameters:
  ///   - rest: what is counted besides the numbers, in characters.
  ///   - claims: how many times the number itself is counted.
  package static func characters(rest: Int, claims: Int) -> Int {
    var digits = 1
    while String(rest + claims * digits).count > digits { digits += 1 }
    return rest + claims * digits
  }
}
