import ArgumentParser
import Examples
import Files
import Heap

/// The command line: one file a command, each a thin layer over the stages.
@main
struct Augury: ParsableCommand {
  /// The version of the tool, of its reports' `tool` field and of the release archive.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "augury",
    abstract: "Checks a library of modules for AI coding tools, and makes a site and a prompt pack of it.",
    discussion: """
      A library is a folder of modules; a module is a folder with a `module.json`, a README and guides, examples and prompts in \
      Markdown. The library is `--library DIR`, else the nearest folder upward with an `augury.yml`, else `content/`, else \
      `augment-extensions/`, else the current folder.

      Exit codes: 0 clean, 1 findings at or above `--fail-on`, 2 usage or configuration, 3 the machine failed.
      """,
    version: version,
    subcommands: [
      Build.self, CheckCommand.self, ContextCommand.self, Count.self, Explain.self, ExportCommand.self, MCPCommand.self, PromptCommand.self,
      SchemaCommand.self, Verify.self,
    ]
  )

  /// Runs a command and turns whatever went wrong into a sentence and the documented exit code.
  static func main() {
    HiddenProgram.runIfAsked(CommandLine.arguments)
    augury_prepare_heap()
    do {
      // Swift reads them from /proc. Where that is not mounted a check would print the help, and seem to have passed.
      if CommandLine.arguments.isEmpty { throw MachineFailure("cannot read the command line: /proc is not mounted") }
      var command = try parseAsRoot()
      try command.run()
    } catch {
      exit(reporting: error)
    }
  }
}
