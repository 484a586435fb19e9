import ArgumentParser
import Diagnostics
import Files
import Library
import Prompts

struct PromptFill: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill",
    abstract: "Fill in a prompt and print it.",
    discussion: """
      Nothing but the prompt goes to stdout, so that it pipes into any command. A list is given item by item: --set queries=A --set \
      queries=B. A file is a JSON object or a YAML map of names and values, with an array for a list; --set stands above it. Required \
      values that are missing are asked for on a terminal; where there is none they are all named, and the exit code is 2.

      Example: augury prompt fill design-start --set application_type=shop --from values.yml
      Example: augury prompt fill select-start --from - < values.json | llm
      """
  )

  @Argument(help: "The prompt.")
  var id: String

  @Option(name: .customLong("set"), parsing: .singleValue, help: ArgumentHelp("A value; may be given again.", valueName: "name=value"))
  var settings: [Setting] = []

  @Option(help: ArgumentHelp("Values in JSON or YAML; - is stdin.", valueName: "file"))
  var from: String?

  @OptionGroup var library: LibraryOptions

  /// A value on the command line: `budget=500`.
  struct Setting: ExpressibleByArgument {
    let name: String
    let value: String

    init?(argument: String) {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[0].isEmpty else { return nil }
      (name, value) = (parts[0], parts[1])
    }
  }

  func run() throws {
    let (prompt, _) = try library.load().prompt(named: id)
    var given = try givenValues()
    var (values, faults) = PromptValues.read(given, for: prompt)
    let missing = faults.compactMap(\.missing)
    if !missing.isEmpty, missing.count == faults.count, Terminal.canAsk {
      given += try Questions.answers(for: missing, of: prompt)
      (values, faults) = PromptValues.read(given, for: prompt)
    }
    guard faults.isEmpty else {
      for fault in faults { Terminal.error(fault.description) }
      if !missing.isEmpty { Terminal.talk("a value is given by --set name=value, or in a file by --from") }
      throw Ending.usage
    }
    Terminal.document(prompt.filled(with: values))
  }

  /// What was given, without the values of the file that the command line replaces.
  private func givenValues() throws -> [(name: String, value: String)] {
    let set = settings.map { (name: $0.name, value: $0.value) }
    guard let from else { return set }
    let name = from == "-" ? "standard input" : from
    let source = SourceFile(path: from, bytes: try FileSystem.readInput(from, limit: ValuesFile.maximumBytes))
    let names = Set(set.map(\.name))
    do throws(ValuesFile.Fault) {
      return try ValuesFile.read(source).filter { !names.contains($0.name) } + set
    } catch {
      throw UsageFault(message: "\(name):\(error.position.line):\(error.position.column): \(error.message)")
    }
  }
}
