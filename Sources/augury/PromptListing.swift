import Diagnostics
import JSON
import Library
import Prompts

/// The prompts of a library, for a terminal and for programs.
struct PromptListing {
  let pack: Pack

  var text: String {
    let rows = pack.prompts.map { prompt, name in
      [name.description, prompt.module.isEmpty ? "." : prompt.module, prompt.title, String(prompt.variables.count)]
        .map(SourceExcerpt.visible)
    }
    return TextTable(rows: [["name", "module", "title", "variables"]] + rows, firstNumber: 3).text
  }

  var json: JSONText {
    .object([
      ("schemaVersion", .int(1)),
      (
        "prompts",
        .array(
          pack.prompts.map { prompt, name in
            .object([
              ("name", .string(name.description)),
              ("id", .string(prompt.id)),
              ("module", .string(prompt.module)),
              ("title", .string(prompt.title)),
              ("variables", .int(prompt.variables.count)),
            ])
          }
        )
      ),
    ])
  }
}
