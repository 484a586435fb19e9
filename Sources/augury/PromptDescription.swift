import Diagnostics
import Files
import JSON
import Library
import Prompts

/// All there is to know of one prompt, for a terminal and for programs.
struct PromptDescription {
  let prompt: Prompt
  let name: PackName
  /// The library's folder as the user would name it.
  let root: String

  private static let columns = ["variable", "type", "required", "default", "choices", "example", "description"]

  var text: String {
    var parts = ["\(name)\n\(SourceExcerpt.visible(prompt.title))"]
    if !prompt.summary.isEmpty { parts.append(SourceExcerpt.visible(prompt.summary)) }
    parts.append("module: \(shownModule)\nfile: \(SourceExcerpt.visible(Path.join(root, prompt.path)))")
    parts.append("Template:\n\n" + indented(prompt.template.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)))
    parts.append(prompt.variables.isEmpty ? "No variables." : "Variables:\n\n" + indented(table))
    return parts.joined(separator: "\n\n")
  }

  private var shownModule: String { prompt.module.isEmpty ? "." : SourceExcerpt.visible(prompt.module) }

  /// The variables, without the columns in which nothing would stand.
  private var table: [String] {
    let rows = prompt.variables.map { variable in
      [
        variable.name, variable.kind.rawValue, variable.isRequired ? "yes" : "no", variable.defaultValue ?? "",
        variable.choices.joined(separator: ", "), variable.example ?? "", variable.description ?? variable.label ?? "",
      ].map(SourceExcerpt.visible)
    }
    let used = Self.columns.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    let table = TextTable(rows: ([Self.columns] + rows).map { row in used.map { row[$0] } })
    return table.text.split(separator: "\n").map(String.init)
  }

  private func indented(_ lines: [String]) -> String {
    lines.map { $0.isEmpty ? "" : "    " + SourceExcerpt.visible($0) }.joined(separator: "\n")
  }

  var json: JSONText {
    .object([
      ("schemaVersion", .int(1)),
      ("name", .string(name.description)),
      ("id", .string(prompt.id)),
      ("module", .string(prompt.module)),
      ("title", .string(prompt.title)),
      ("summary", .string(prompt.summary)),
      ("workflow", .optional(prompt.workflow)),
      ("path", .string(prompt.path)),
      ("template", .string(prompt.template)),
      ("variables", .array(prompt.variables.map(Self.json))),
    ])
  }

  private static func json(_ variable: Variable) -> JSONText {
    .object([
      ("name", .string(variable.name)),
      ("type", .string(variable.kind.rawValue)),
      ("label", .optional(variable.label)),
      ("placeholder", .string(variable.placeholder)),
      ("required", .bool(variable.isRequired)),
      ("default", .optional(variable.defaultValue)),
      ("choices", .array(variable.choices.map(JSONText.string))),
      ("example", .optional(variable.example)),
      ("description", .optional(variable.description)),
      ("declared", .bool(variable.isDeclared)),
    ])
  }
}

extension JSONText {
  /// A text, or null for none.
  fileprivate static func optional(_ text: String?) -> JSONText { text.map(JSONText.string) ?? .null }
}
