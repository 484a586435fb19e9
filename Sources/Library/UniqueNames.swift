/// Makes names unique by a number behind those that are taken: `x`, `x-2`, `x-3`.
package struct UniqueNames {
  private let separator: String
  private var used: Set<String> = []
  /// The number to try next for a name that was asked for before, so that a thousand equal names cost a thousand steps.
  private var next: [String: Int] = [:]

  package init(separator: String) {
    self.separator = separator
  }

  package mutating func unique(_ name: String) -> String {
    if used.insert(name).inserted { return name }
    var number = next[name, default: 2]
    while !used.insert("\(name)\(separator)\(number)").inserted { number += 1 }
    next[name] = number + 1
    return "\(name)\(separator)\(number)"
  }
}
