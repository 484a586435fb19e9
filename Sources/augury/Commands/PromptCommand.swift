import ArgumentParser
import Diagnostics
import JSON
import Library
import Prompts

struct PromptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prompt",
    abstract: "List prompts, show one, or fill one in.",
    discussion: """
      ID is a prompt's name in the pack, its id where only one module has it, or `module:id`.

      Example: augury prompt list
      Example: augury prompt show design-start
      Example: augury prompt fill design-start --from values.yml | llm
      """,
    subcommands: [List.self, Show.self, PromptFill.self]
  )

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the prompts of the library.",
      discussion: "Example: augury prompt list --format json"
    )

    @OptionGroup var library: LibraryOptions

    @Option(help: ArgumentHelp("text or json.", valueName: "format"))
    var format = Format.text

    func run() throws {
      let listing = PromptListing(pack: Pack(try library.load().library))
      switch format {
      case .text where listing.pack.prompts.isEmpty:
        Terminal.talk("no prompts: no block in the library is labelled **AI Prompt Template**:")
      case .text: Terminal.out(listing.text)
      case .json: Terminal.out(String(decoding: JSONWriter.file(listing.json), as: UTF8.self))
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a prompt: what it is for, its template and its variables.",
      discussion: "Example: augury prompt show design-start"
    )

    @Argument(help: "The prompt.")
    var id: String

    @OptionGroup var library: LibraryOptions

    @Option(help: ArgumentHelp("text or json.", valueName: "format"))
    var format = Format.text

    func run() throws {
      let loaded = try library.load()
      let (prompt, name) = try loaded.prompt(named: id)
      let description = PromptDescription(prompt: prompt, name: name, root: loaded.root)
      switch format {
      case .text: Terminal.out(description.text)
      case .json: Terminal.out(String(decoding: JSONWriter.file(description.json), as: UTF8.self))
      }
    }
  }
}

extension LibraryOptions.Loaded {
  /// The prompt that somebody names.
  func prompt(named id: String) throws(UsageFault) -> (prompt: Prompt, name: PackName) {
    do {
      return try Pack(library).prompt(named: id)
    } catch {
      throw UsageFault(message: error.description)
    }
  }
}
