import ArgumentParser
import Contexts
import Diagnostics
import JSON
import Library

struct ContextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "context",
    abstract: "Print the files of a profile as one Markdown file, or list the profiles.",
    discussion: """
      A profile is a named set of files that fits a budget: `profiles` of `augury.yml`, or `augment.profiles` of a module. What is \
      printed counts whole, its header too; over the budget nothing is printed, what to drop is named, and the exit code is 1. The same \
      file lies in a built site, as context/PROFILE.md.

      PROFILE is its name, or `module:profile` where several modules have it. Without one the profiles are listed.

      Example: augury context
      Example: augury context start | llm "Which of these steps have I left out?"
      Example: augury context workflows/database:start --budget 20000 > context.md
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "The profile.")
  var profile: String?

  @Option(help: ArgumentHelp("Characters; instead of the library's budget for profiles.", valueName: "characters"))
  var budget: Int?

  @OptionGroup var library: LibraryOptions

  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format = Format.text

  func validate() throws {
    if let budget, budget < 1 { throw ValidationError("--budget is a number of characters above 0") }
    if budget != nil, profile == nil { throw ValidationError("--budget needs a profile") }
  }

  func run() throws {
    let library = try library.load().library
    guard let profile else { return list(library) }
    let context = ContextFile(try Self.profile(named: profile, in: library), in: library)
    try Self.refuse(context, over: budget ?? library.configuration.budgets.profile, in: library)
    switch format {
    case .text: Terminal.document(context.text)
    case .json: Self.print(ContextListing.json(context, in: library))
    }
    Terminal.talk(
      "\(Words.counted(context.files.count, "file")), \(context.characters) characters, about \((context.characters + 3) / 4) tokens"
    )
  }

  private func list(_ library: Library) {
    switch format {
    case .text where library.profiles.isEmpty: Terminal.talk(Library.NoProfile.none.description)
    case .text: Terminal.out(ContextListing(library: library).text)
    case .json: Self.print(ContextListing(library: library).json)
    }
  }

  private static func print(_ json: JSONText) { Terminal.out(String(decoding: JSONWriter.file(json), as: UTF8.self)) }

  /// Stops at a profile that is not whole or too large.
  private static func refuse(_ context: ContextFile, over budget: Int, in library: Library) throws {
    for file in context.missing {
      Terminal.error("profile `\(context.profile.name)` names `\(file)`, which is no file of the library, or no text")
    }
    if !context.missing.isEmpty { throw Ending.findings }
    guard let excess = context.excess(over: budget, in: library) else { return }
    Terminal.error(excess.headline)
    Terminal.talk(SourceExcerpt.visible(excess.help))
    throw Ending.findings
  }

  private static func profile(named name: String, in library: Library) throws(UsageFault) -> Profile {
    do {
      return try library.profile(named: name)
    } catch {
      throw UsageFault(message: error.description)
    }
  }
}
