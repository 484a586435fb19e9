import ArgumentParser

/// Every command with its help, as Markdown: what a page of the manual that asks for the commands shows.
enum CommandsText {
  /// Characters in a line of help: what fits beside a site's navigation.
  private static let columns = 78

  static var markdown: String {
    sections(of: Augury.self, named: Augury.configuration.commandName ?? "augury").joined(separator: "\n\n")
  }

  /// A section for each command that does something itself, named as it is typed.
  ///
  /// - Complexity: as deep as the commands are nested, which is written in the source.
  private static func sections(of command: any ParsableCommand.Type, named name: String) -> [String] {
    let parts = command.configuration.subcommands
    if !parts.isEmpty {
      return parts.flatMap { sections(of: $0, named: "\(name) \($0.configuration.commandName ?? "\($0)".lowercased())") }
    }
    let help = Augury.helpMessage(for: command, columns: columns).split(separator: "\n", omittingEmptySubsequences: false)
    let lines = help.reversed().drop { $0.isEmpty }.reversed().joined(separator: "\n")
    return ["## \(name)\n\n```text\n\(lines)\n```"]
  }
}
