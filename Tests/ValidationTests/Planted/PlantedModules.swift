import TestSupport

extension PlantedDefects {
  /// Modules that are sound but for what is marked.
  static let added: [String: [UInt8]] = modules.reduce(into: oddFiles) { files, module in
    files.merge(module.files) { _, new in new }
  }

  /// What is found about whole files and folders.
  static let whole = [
    (path: "domain-rules/bare/module.json", rule: "missing-readme"), (path: "domain-rules/sections/README.md", rule: "missing-section"),
    (path: "domain-rules/loose", rule: "missing-manifest"),
  ]

  /// A sound module with some fields of its own and further files.
  private struct Module {
    let id: String
    /// Lines of `module.json`, or what stands in their place, by the field.
    var fields: [(name: String, line: String)] = []
    /// Text of the README that is replaced.
    var readme: [(text: String, planted: String)] = []
    var more: [String: String] = [:]
    /// A file that the module does without.
    var without = ""

    var files: [String: [UInt8]] {
      let category = String(id.prefix { $0 != "/" })
      let name = String(id.dropFirst(category.count + 1))
      var lines = [
        ("name", "\"name\": \"\(name)\","), ("version", "\"version\": \"1.0.0\","), ("displayName", "\"displayName\": \"Shelf \(name)\","),
        ("description", "\"description\": \"A module that is sound but for its defects.\","), ("type", "\"type\": \"\(category)\","),
        ("tags", "\"tags\": [\"demo\"],"), ("dependencies", "\"dependencies\": [],"),
        ("augment", "\"augment\": { \"characterCount\": 0, \"priority\": \"low\" }"),
      ]
      for field in fields {
        if let index = lines.firstIndex(where: { $0.0 == field.name }) {
          lines[index].1 = field.line
        } else {
          lines.insert((field.name, field.line), at: 0)
        }
      }
      let manifest = "{\n" + lines.map { "  \($0.1)\n" }.filter { $0 != "  \n" }.joined() + "}\n"
      var text = LibraryText(SoundModule.text).files.compactMapValues { String(decoding: $0, as: UTF8.self) }
        .filter { $0.key.hasPrefix("workflows/demo/") }
        .reduce(into: [String: String]()) { files, file in
          files[file.key.replacing("workflows/demo/", with: "")] = file.value.replacing("workflows/demo", with: id)
        }
      text["README.md"] = readme.reduce(text["README.md"]?.replacing("# Demo\n", with: "# Shelf \(name)\n") ?? "") {
        $0.replacing($1.text, with: $1.planted)
      }
      text["module.json"] = manifest
      text.merge(more) { _, new in new }
      text[without] = nil
      return Dictionary(uniqueKeysWithValues: text.map { ("\(id)/\($0.key)", Array($0.value.utf8)) })
    }
  }

  private static let modules = [
    Module(id: "workflows/kind", fields: [("type", "\"type\": \"⟪unknown-type⟫workflow\",")]),
    Module(id: "domain-rules/kind-two", fields: [("type", "\"type\": \"⟪type-category-mismatch⟫examples\",")]),
    Module(
      id: "domain-rules/fields",
      fields: [
        ("version", "\"version\": \"⟪invalid-version⟫1.0\","), ("description", "\"description\": \"⟪description-length⟫Too short\","),
        ("dependencies", "\"dependencies\": [\"⟪unknown-dependency⟫domain-rules/nowhere\"],"),
        ("tags", "\"tags\": [\"demo\", \"⟪duplicate-entry⟫demo\"],"),
        ("repositry", "⟪unknown-field⟫\"repositry\": \"https://example.org/x\","),
        ("augment", "\"augment\": { \"characterCount\": 0, \"priority\": \"⟪unknown-priority⟫urgent\" }"),
      ]
    ),
    Module(
      id: "domain-rules/more-fields",
      fields: [
        ("tags", "⟪keywords-not-tags⟫\"keywords\": [\"demo\"],"), ("displayName", "⟪missing-field⟫\"displayName\": \"\","),
        ("files", "\"files\": {\n    \"rules\": [\"rules/guide.md\", \"⟪declared-file-missing⟫rules/gone.md\"]\n  },"),
      ]
    ),
    Module(id: "domain-rules/loop-a", fields: [("dependencies", "\"dependencies\": [\"⟪dependency-cycle⟫domain-rules/loop-b\"],")]),
    Module(id: "domain-rules/loop-b", fields: [("dependencies", "\"dependencies\": [\"domain-rules/loop-a\"],")]),
    Module(id: "domain-rules/old", fields: [("deprecated", "⟪deprecated-without-replacement⟫\"deprecated\": true,")]),
    Module(id: "domain-rules/user", fields: [("dependencies", "\"dependencies\": [\"⟪deprecated-dependency⟫domain-rules/old\"],")]),
    Module(id: "domain-rules/array", fields: [("dependencies", "\"dependencies\": ⟪wrong-field-type⟫\"domain-rules/kind-two\",")]),
    Module(id: "domain-rules/broken", fields: [("tags", "\"tags\": [\"demo\"⟪malformed-json⟫,],")]),
    Module(id: "domain-rules/bare", without: "README.md"),
    Module(
      id: "domain-rules/sections",
      readme: [("## Usage\n\nRead the guide, then the example.\n\n", "")]
    ),
    Module(id: "domain-rules/marks", more: marks),
  ]

  /// Guides that each have one fault of Markdown.
  private static let marks: [String: String] = [
    "unclosed": "⟪unclosed-fence⟫```sql\nSELECT 1;\n\n[gone](gone.md)",
    "nested": "```markdown\nText.\n\n⟪nested-fence⟫```sql\nSELECT 1;\n```\n\nMore.\n```",
    "titles": "⟪several-titles⟫# Another Title\n\nText under it.",
    "section": "⟪empty-section⟫## Nothing\n\n## Something\n\nText under it.",
    "merge": "⟪merge-marker⟫<<<<<<< ours\nOne text.\n=======\nAnother text.\n>>>>>>> theirs",
    "mojibake": "The ⟪mojibake⟫cafÃ© is open.",
    "control": "A bell ⟪control-character⟫\u{7} rings.",
    "invisible": "A word⟪invisible-character⟫\u{200B}with a gap.",
    "language": "⟪fence-without-language⟫```\nSELECT 1;\n```",
    "swallowed": "| a | b |\n|---|---|\n| 1 | 2 |\n⟪swallowed-line⟫A sentence that became a row.",
  ].reduce(into: [:]) { $0["rules/\($1.key).md"] = guide($1.value) }

  /// What a guide has to have, and a text.
  private static func guide(_ text: String) -> String {
    """
    # Guide

    A guide is written in three steps, and this one has a text of its own below them:

    - Write the guide.
    - Show an example.

    ```bash
    augury count --write
    ```

    \(text)
    """
      + "\n"
  }

  /// Files that are no plain text, or lie outside every module.
  private static let oddFiles: [String: [UInt8]] = [
    "domain-rules/marks/rules/bytes.md": Array("# B\n\n⟪invalid-utf8⟫X\n".utf8).map {
      $0 == UInt8(ascii: "X") ? 0xFF : $0
    },
    "domain-rules/marks/rules/bom.md": Array("⟪byte-order-mark⟫\u{FEFF}\(guide("Text."))".utf8),
    "domain-rules/marks/rules/ends.md": Array(guide("Text.\n⟪mixed-line-ends⟫One line ends otherwise.\r\nText.").utf8),
    "domain-rules/loose/README.md": Array("# Loose\n\nText.\n".utf8),
    "domain-rules/loose/rules/guide.md": Array(guide("Text.").utf8),
  ]
}
