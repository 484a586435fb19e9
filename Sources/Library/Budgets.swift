/// The most characters that parts of a library may have, from `budgets` of `augury.yml`.
package struct Budgets: Sendable, Hashable {
  /// What an `.augment` folder holds (`product.md` section 7).
  package static let folder = 49_400

  /// Of a module; a larger one is noted, since it can be loaded in parts.
  package var module = Budgets.folder
  /// Of a profile; a larger one is an error, since it was declared to fit.
  package var profile = Budgets.folder
  /// Of a guide; nil for no limit.
  package var guide: Int?

  /// Of a prompt template, before anything is filled in. The smallest hard limit of the tools that prompts are exported to is that of a
  /// Windsurf rule (`targets.md`, 12,000 characters).
  package var prompt = 12_000

  package init() {}
}
