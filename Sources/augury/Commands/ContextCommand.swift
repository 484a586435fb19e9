import ArgumentParser
import Contexts
import Diagnostics
import Library

struct ContextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "context",
    abstract: "Print the files of a profile as one Markdown file.",
    discussion: """
      A profile is a named set of files that fits a budget: `profiles` of `augury.yml`, or `augment.profiles` of a module. What is \
      printed counts whole, its header too; over the budget nothing is printed, what to drop is named, and the exit code is 1. The same \
      file lies in a built site, as context/PROFILE.md.

      PROFILE is its name, or `module:profile` where several modules have it.

      Example: augury context start
      Example: augury context workflows/database:start --budget 20000 > context.md
      """
  )

  @Argument(help: "The profile.")
  var profile: String

  @Option(help: ArgumentHelp("Characters; instead of the library's budget for profiles.", valueName: "characters"))
  var budget: Int?

  @OptionGroup var library: LibraryOptions

  func validate() throws {
    if let budget, budget < 1 { throw ValidationError("--budget is a number of characters above 0") }
  }

  func run() throws {
    let library = try library.load().library
    let context = ContextFile(try Self.profile(named: profile, in: library), in: library)
    for file in context.missing {
      Terminal.error("profile `\(context.profile.name)` names `\(file)`, which is no file of the library, or no text")
    }
    if !context.missing.isEmpty { throw Ending.findings }
    if let excess = context.excess(over: budget ?? library.configuration.budgets.profile, in: library) {
      Terminal.error(excess.headline)
      Terminal.talk(SourceExcerpt.visible(excess.help))
      throw Ending.findings
    }
    Terminal.document(context.text)
    Terminal.talk(
      "\(Words.counted(context.files.count, "file")), \(context.characters) characters, about \((context.characters + 3) / 4) tokens"
    )
  }

  private static func profile(named name: String, in library: Library) throws(UsageFault) -> Profile {
    do {
      return try library.profile(named: name)
    } catch {
      throw UsageFault(message: error.description)
    }
  }
}
