import Diagnostics
import Library
import Projects
import Prompts

/// Which targets an export is about.
enum ExportTargets {
  private static let all = "all"

  /// Refuses names that are none before anything is read.
  static func require(_ names: [String], isForProject: Bool) throws(UsageFault) {
    if names.contains(all), isForProject {
      throw UsageFault(
        message: "`--target all` is not for a project: some tools read the folders of others too, and would find every prompt twice; "
          + "name the tools that are used (`augury build` writes all targets, in `prompts.zip`)"
      )
    }
    for name in names where name != all && !Target.names.contains(name) {
      let suggestion = Spelling.suggestion(for: name, among: Target.names)
      throw UsageFault(message: "there is no target `\(name)`" + (suggestion.isEmpty ? "; there are \(list(Target.names))" : suggestion))
    }
  }

  /// The targets by their names, else those that an earlier export has brought, else those of the tools that the project uses.
  static func parts(named names: [String], prompts: [String], of library: Library, in project: Project) throws -> [ExportOrder.Part] {
    let brought = try project.targets(of: library.modules.map(\.id))
    if !names.isEmpty {
      let targets = names.contains(all) ? Target.all : Target.named(names) ?? []
      return targets.map { ExportOrder.Part($0, selection(prompts, brought: brought[$0.name])) }
    }
    if !brought.isEmpty {
      let targets = Target.all.filter { brought[$0.name] != nil }
      tellOfOthers(than: targets, among: try project.tools())
      return targets.map {
        ExportOrder.Part($0, prompts.isEmpty ? brought[$0.name] ?? .all : selection(prompts, brought: brought[$0.name]))
      }
    }
    let tools = try project.tools()
    guard !tools.isEmpty else {
      throw UsageFault(message: "no sign of an AI tool in the project; name one with --target: \(list(Tool.all.map(\.name)))")
    }
    Terminal.talk("the project uses \(tools.map(\.title).joined(separator: ", "))")
    return (Target.named(tools.map(\.name)) ?? []).map { ExportOrder.Part($0, selection(prompts, brought: nil)) }
  }

  /// Prompts that are named join those that were named before; without any it is all.
  private static func selection(_ prompts: [String], brought: Selection?) -> Selection {
    prompts.isEmpty ? .all : Selection.some(Set(prompts)).union(brought ?? .some([]))
  }

  /// A tool that came into use after the first export is not missed, and nothing is written for it unasked.
  private static func tellOfOthers(than targets: [Target], among tools: [Tool]) {
    let names = Set(targets.map(\.name))
    let others = tools.filter { tool in
      names.isDisjoint(with: tool.targets) && !targets.contains { target in tool.marks.contains { target.folder.hasPrefix($0) } }
    }
    for tool in others { Terminal.talk("the project uses \(tool.title) too: --target \(tool.name) brings its files") }
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}
