internal import Library

/// The name of a prompt, a module's skill or a guide in the pack: lower-case letters, digits and single hyphens, at most 64 characters.
/// What the Agent Skills specification asks of a skill's name, so that one name serves every target.
package struct PackName: Sendable, Hashable, CustomStringConvertible {
  package let description: String

  /// - Parameter id: anything; other characters become hyphens.
  init(_ id: String) {
    let words = id.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let name = String(words.joined(separator: "-").prefix(PackName.maximumLength - PackName.roomForNumber))
    let trimmed = name.hasSuffix("-") ? String(name.dropLast()) : name
    description = trimmed.isEmpty ? "prompt" : trimmed
  }

  private static let maximumLength = 64
  /// Room for `-` and a number of up to six digits, which keep names apart.
  private static let roomForNumber = 7

  /// A name with the number that makes it unique.
  private init(unique name: String) {
    description = name
  }

  /// The names of prompts, in their order. A name that several modules use gets the module's name before it; what still
  /// clashes gets a number.
  static func names(of prompts: [Prompt]) -> [PackName] {
    let modules = Dictionary(grouping: prompts) { PackName($0.id) }.mapValues { Set($0.map(\.module)) }
    var names = UniqueNames(separator: "-")
    return prompts.map { prompt in
      let short = PackName(prompt.id)
      let isShared = modules[short, default: []].count > 1
      return PackName(unique: names.unique((isShared ? PackName("\(prompt.module)-\(prompt.id)") : short).description))
    }
  }
}
