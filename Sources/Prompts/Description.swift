internal import Library

/// The sentences by which a tool decides whether a file is of use: what it holds, and when to use it.
enum Description {
  /// The longest, in UTF-16 units, of a skill (agentskills/agentskills, specification.mdx): tools count code points or UTF-16 units, and
  /// the latter are never fewer.
  static let limit = 1_024

  static func of(_ prompt: Prompt) -> String {
    text(prompt.summary.isEmpty ? prompt.title : prompt.summary, use: "Use when the task is: \(prompt.title).")
  }

  /// - Parameter part: `part 2 of 3` of a guide that is cut.
  static func of(guide: MarkdownFile, in module: Module, part: String? = nil) -> String {
    let title = guide.title + (part.map { " (\($0))" } ?? "")
    return text(sentence(title) + " " + guide.lead, use: "Use when the task is: \(guide.title); a guide of \(module.title).")
  }

  static func of(_ module: Module) -> String {
    let tasks = module.workflows.isEmpty ? module.guides.map(\.title) : module.workflows.map(\.title)
    let use = tasks.isEmpty ? "Use for its examples." : "Use when the task is one of: \(tasks.joined(separator: "; "))."
    return text(module.manifest.summary?.value ?? module.title, use: use)
  }

  /// A text with what to use it for, within the limit.
  private static func text(_ purpose: String, use: String) -> String {
    let use = cut(" " + use, to: limit / 2)
    return cut(sentence(purpose.trimmed), to: limit - use.utf16.count) + use
  }

  private static func sentence(_ text: String) -> String {
    text.last.map { ".!?".contains($0) } == true ? text : text + "."
  }

  /// The start of a text, with `…` where it is cut, in at most so many UTF-16 units.
  static func cut(_ text: String, to limit: Int) -> String {
    guard text.utf16.count > limit else { return text }
    var out = String.UnicodeScalarView()
    var length = 1
    for scalar in text.unicodeScalars {
      length += UTF16.width(scalar)
      if length > limit { break }
      out.append(scalar)
    }
    return String(out) + "…"
  }
}
