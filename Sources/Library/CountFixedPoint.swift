/// The number that a module has to state when its own statements are part of what is counted.
package struct CountFixedPoint: Sendable, Hashable {
  package let characters: Int
  /// False where no number counts itself right; then `characters` is the nearest.
  package let isExact: Bool

  /// - Parameters:
  ///   - measured: the module's count with its claims as they are now, in characters.
  ///   - claims: its claims; only those that are part of the count matter.
  package init(measured: Int, claims: [CountClaim]) {
    let counted = claims.filter(\.isCounted)
    let rest = measured + counted.reduce(0) { $0 + $1.frameLength - $1.length }
    let candidates = (1...18).map { rest + counted.count * $0 }
    let error = { (number: Int) in abs(rest + counted.count * String(number).count - number) }
    characters = candidates.min { error($0) < error($1) } ?? rest
    isExact = error(characters) == 0
  }
}
