import Diagnostics
import Files
import JSON
import Library

/// The sizes of modules, for a terminal and for programs.
struct CountTable {
  let modules: [Module]
  let library: Library
  let showsFiles: Bool

  private static let columns = ["characters", "of budget", "UTF-16", "bytes", "words", "tokens (est.)"]

  /// Columns set so that numbers line up.
  var text: String {
    var rows: [[String]] = [["module"] + Self.columns]
    for module in modules {
      let budget = library.configuration.budgets.module
      let share = "\(module.count.characters * 100 / budget) %"
      rows.append(
        [SourceExcerpt.visible(module.label)] + Self.numbers(module.count.counted, utf16: module.count.wholeFolderUTF16, share: share)
      )
      guard showsFiles else { continue }
      for path in module.files {
        guard let file = library.tree.file(module.path(path)) else { continue }
        let count = TextCount(file)
        let mark = CharacterCount.uncounted.contains(path) ? " (not counted)" : file.invalidUTF8Offset != nil ? " (not UTF-8)" : ""
        rows.append(["  \(SourceExcerpt.visible(path))\(mark)"] + Self.numbers(count, utf16: count.utf16, share: ""))
      }
    }
    return TextTable(rows: rows, firstNumber: 1).text
  }

  private static func numbers(_ count: TextCount, utf16: Int, share: String) -> [String] {
    [String(count.characters), share, String(utf16), String(count.bytes), String(count.words), String(count.estimatedTokens)]
  }

  /// The same as an object; `unit` says what is counted.
  static func json(_ modules: [Module], in library: Library) -> JSONText {
    .object([
      ("schemaVersion", .int(1)),
      ("unit", .string("Unicode scalars")),
      ("tokens", .string("an estimate: one for four characters")),
      ("budget", .int(library.configuration.budgets.module)),
      (
        "modules",
        .array(
          modules.map { module in
            .object([
              ("id", .string(module.id)),
              ("characters", .int(module.count.characters)),
              ("stated", module.claims.first.flatMap(\.value).map(JSONText.int) ?? .null),
              ("utf16WholeFolder", .int(module.count.wholeFolderUTF16)),
              ("bytes", .int(module.count.counted.bytes)),
              ("words", .int(module.count.counted.words)),
              ("estimatedTokens", .int(module.count.counted.estimatedTokens)),
              ("notText", .array(module.count.notText.map(JSONText.string))),
              ("files", .array(module.files.compactMap { file(module, $0, in: library) })),
            ])
          }
        )
      ),
    ])
  }

  private static func file(_ module: Module, _ path: String, in library: Library) -> JSONText? {
    guard let source = library.tree.file(module.path(path)) else { return nil }
    let count = TextCount(source)
    return .object([
      ("path", .string(path)),
      ("characters", .int(count.characters)),
      ("counted", .bool(!CharacterCount.uncounted.contains(path))),
      ("bytes", .int(count.bytes)),
    ])
  }
}
