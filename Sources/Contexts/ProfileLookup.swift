internal import Diagnostics
package import Library

extension Library {
  /// Why a name means no profile.
  package enum NoProfile: Error, Sendable, Hashable, CustomStringConvertible {
    /// The library has none at all.
    case none
    /// `near` is what was probably meant.
    case unknown(String, near: String?, among: [String])
    case ambiguous(String, among: [String])

    /// One sentence without a period.
    package var description: String {
      switch self {
      case .none:
        "the library has no profiles; declare one in `augury.yml` (`profiles: { start: [\"module:README.md\"] }`) or in a module's "
          + "`augment.profiles`"
      case .unknown(let name, let near, let names):
        "there is no profile `\(name)`; " + (near.map { "did you mean `\($0)`?" } ?? "there are \(Self.list(names))")
      case .ambiguous(let name, let names): "several modules have a profile `\(name)`: \(Self.list(names))"
      }
    }

    private static func list(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }
  }

  /// The profile that somebody names: by its name, where several have that the one of `augury.yml`, or as `module:profile`.
  package func profile(named text: String) throws(NoProfile) -> Profile {
    let profiles = profiles
    if profiles.isEmpty { throw .none }
    let found = profiles.filter { $0.name == text }
    if let own = found.first(where: { $0.module == nil }) { return own }
    if found.count > 1 { throw .ambiguous(text, among: found.map(\.fullName)) }
    if let only = found.first ?? profiles.first(where: { $0.fullName == text }) { return only }
    let names = profiles.map(\.name) + profiles.map(\.fullName)
    throw .unknown(text, near: Spelling.nearest(to: text, among: names), among: profiles.map(\.name))
  }

  /// Every profile with a name for its file: lower-case letters, digits, `-` and `_`, unique. A name that several use has the module's
  /// before it.
  package var contexts: [(profile: Profile, fileName: String)] {
    let profiles = profiles
    let uses = Dictionary(grouping: profiles, by: \.name).mapValues(\.count)
    var names = UniqueNames(separator: "-")
    return profiles.map { profile in
      let isShared = profile.module != nil && uses[profile.name, default: 0] > 1
      return (profile, names.unique(isShared ? "\(profile.fullName.asFileName)" : profile.name.asFileName) + ".md")
    }
  }
}

extension Profile {
  /// The name with the module that declares it.
  fileprivate var fullName: String { module.map { "\($0.isEmpty ? "." : $0):\(name)" } ?? name }
}

extension String {
  fileprivate var asFileName: String {
    let words = lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }
    return words.isEmpty ? "context" : String(words.joined(separator: "-").prefix(100))
  }
}
