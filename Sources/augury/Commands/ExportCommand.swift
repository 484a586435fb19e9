import ArgumentParser
import Diagnostics
import Files
import JSON
import Library
import Projects
import Prompts

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Bring prompts and guides into a project, in the files that its AI tools read.",
    discussion: """
      NAME is a tool (\(Tool.all.map(\.name).joined(separator: ", "))) or one of its targets. Without --target the targets that an \
      earlier export brought are kept fresh; where none did, the tools are those that the project uses. Without --into the plan for \
      the current folder is printed, and nothing is written.

      A file that somebody has edited, or that augury has not written, is left alone unless --force is given. What augury wrote and \
      no longer makes is removed. The exit code is 1 when the project then differs from the library, and with --check when it does now.

      Example: augury export --target claude --into .
      Example: augury export --check
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: ArgumentHelp("Tools or targets, with commas between; may be given again.", valueName: "name,..."))
  var target: [String] = []

  @Option(help: ArgumentHelp("A prompt that the targets are to hold, and no guides; may be given again.", valueName: "id"))
  var prompt: [String] = []

  @Option(help: ArgumentHelp("The project's folder.", valueName: "dir"))
  var into: String?

  @OptionGroup var library: LibraryOptions

  @Flag(help: "Write nothing; fail when an export would change something, and say what.")
  var check = false

  @Flag(help: "Overwrite files that were edited, or that augury has not written.")
  var force = false

  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format = Format.text

  func run() throws {
    let folder = try projectFolder()
    let names = target.flatMap { $0.split(separator: ",").map(String.init) }
    try ExportTargets.require(names, isForProject: into != nil || check)
    let loaded = try library.load()
    let prompts = try prompt.map { try loaded.prompt(named: $0).name.description }
    let project = Project(root: folder)
    let parts = try ExportTargets.parts(named: names, prompts: prompts, of: loaded.library, in: project)
    let order = ExportOrder(parts, of: Pack(loaded.library), isForced: force)
    let isWritten = into != nil && !check
    let survey = isWritten ? try project.export(order) { Self.tellOfWaiting(folder) } : try project.survey(order)
    let report = ExportReport(
      order: order,
      survey: survey,
      project: folder,
      root: loaded.root,
      library: loaded.library,
      isWritten: isWritten
    )
    switch format {
    case .text where check: report.tellDifferences()
    case .text: report.tell()
    case .json: Terminal.out(String(decoding: JSONWriter.file(report.json), as: UTF8.self))
    }
    for fault in report.faults { Terminal.error(fault) }
    if check && !survey.differences.isEmpty || isWritten && report.isIncomplete || !report.faults.isEmpty { throw Ending.findings }
  }

  private func projectFolder() throws -> String {
    let folder = into ?? "."
    guard FileSystem.isFolder(folder) else { throw UsageFault(message: "`\(folder)` is not a folder") }
    return folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
  }

  private static func tellOfWaiting(_ folder: String) {
    Terminal.talk("another augury is writing into \(SourceExcerpt.visible(folder)); waiting for it")
  }
}
