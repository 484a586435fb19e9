/// One kind of file set for one AI tool: where its files lie, what it can bind, and the format that writes it (`targets.md`).
///
/// A new target is one line in `all` (`Targets.swift`); a new format is one file in `Formats/`.
package struct Target: Sendable {
  /// What the user calls it, and its folder in the site: `agent-skills`.
  package let name: String
  /// For people: `Agent Skills`.
  package let title: String
  /// Its folder in a project; empty for the project's own.
  package let folder: String
  package let level: Level
  /// The targets whose files the tool finds too: who has one of them needs not this one.
  package let readsAlso: [String]
  /// How a person gets at a prompt in the tool.
  let call: Call
  let format: any Format

  /// How a prompt is called.
  enum Call: Sendable {
    /// By its name behind a slash.
    case command
    /// By its name, in a sentence to the agent.
    case request
    /// Its text is copied.
    case paste
  }

  /// What a target can bind (`targets.md`, section 1).
  package enum Level: Int, Sendable, Comparable {
    /// Nothing: the reader fills in what the text asks for.
    case text
    /// One free text.
    case argument
    /// Texts by their place.
    case positional
    /// Texts by their name.
    case named
    /// Values with types.
    case typed

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  init(
    _ name: String,
    _ title: String,
    in folder: String,
    _ level: Level,
    _ format: any Format,
    call: Call = .command,
    readsAlso: [String] = []
  ) {
    (self.name, self.title, self.folder, self.level) = (name, title, folder, level)
    (self.format, self.call, self.readsAlso) = (format, call, readsAlso)
  }
}
