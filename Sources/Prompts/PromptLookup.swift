internal import Diagnostics
package import Library

extension Pack {
  /// Why a name means no prompt.
  package enum NoPrompt: Error, Sendable, Hashable, CustomStringConvertible {
    /// `near` is what was probably meant.
    case unknown(String, near: String?)
    case ambiguous(String, among: [String])

    /// One sentence without a period.
    package var description: String {
      switch self {
      case .unknown(let name, let near):
        "there is no prompt `\(name)`" + (near.map { "; did you mean `\($0)`?" } ?? "; `augury prompt list` shows those there are")
      case .ambiguous(let name, let names):
        "several modules have a prompt `\(name)`: \(names.map { "`\($0)`" }.joined(separator: ", "))"
      }
    }
  }

  /// The prompt that somebody names: by its name in the pack, by its id where only one module has it, or as `module:id`.
  package func prompt(named text: String) throws(NoPrompt) -> (prompt: Prompt, name: PackName) {
    if let found = prompts.first(where: { $0.name.description == text }) { return found }
    if let found = prompts.first(where: { "\($0.prompt.module):\($0.prompt.id)" == text }) { return found }
    let found = prompts.filter { $0.prompt.id == text }
    if found.count > 1 { throw .ambiguous(text, among: found.map(\.name.description)) }
    if let only = found.first { return only }
    let names = prompts.flatMap { [$0.name.description, $0.prompt.id, "\($0.prompt.module):\($0.prompt.id)"] }
    throw .unknown(text, near: Spelling.nearest(to: text, among: names))
  }
}
