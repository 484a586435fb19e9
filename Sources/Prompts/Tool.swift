internal import Diagnostics

/// What a person names: an AI tool, with the targets that it reads best.
package struct Tool: Sendable {
  package let name: String
  package let title: String
  /// The names of its recommended targets.
  package let targets: [String]
  /// Paths of files and folders that show, any of them, that a project uses the tool.
  package let marks: [String]

  init(_ name: String, _ title: String, _ targets: [String], marks: [String]) {
    (self.name, self.title, self.targets, self.marks) = (name, title, targets, marks)
  }

  package static let all: [Tool] = [
    Tool("plain", "Plain Markdown", ["plain"], marks: []),
    Tool("skills", "Agent Skills", ["agent-skills"], marks: [".agents"]),
  ]
}

extension Target {
  /// The targets that a name stands for: the recommended ones of a tool, else the target of that name.
  package static func named(_ name: String) -> [Target]? {
    if let tool = Tool.all.first(where: { $0.name == name }) { return all.filter { tool.targets.contains($0.name) } }
    return all.first { $0.name == name }.map { [$0] }
  }

  /// What `named` knows, tools first, each once.
  package static var names: [String] {
    let tools = Tool.all.map(\.name)
    return tools + all.map(\.name).filter { !tools.contains($0) }
  }
}
