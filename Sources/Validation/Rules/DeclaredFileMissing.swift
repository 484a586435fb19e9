package import Diagnostics
internal import Files
internal import JSON
package import Library

package enum DeclaredFileMissing: Rule {
  package static let id = "declared-file-missing"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.error
  package static let summary = "`module.json` or `metadata.json` lists a file or a module that does not exist"
  package static let why = """
    Loaders and agents open what the list promises. Read are `contents`, `files`, `augment.categories` and `augment.subModules`, in \
    every shape that public modules have; names may be relative to the module, or to the folder that the list is about. What stands \
    under `optional…` may be missing, and what is no path is left alone.
    """
  package static let bad = Sample.manifest(
    ("\"tags\"", "\"contents\": { \"rules\": [\"guide.md\", «\"giude.md\"»], \"optionalExamples\": [\"more.sql\"] },\n  \"tags\"")
  )
  package static let good = Sample.manifest(
    ("\"tags\"", "\"contents\": [\"rules/guide.md - how a module is written\", \"examples/first.md\"],\n  \"tags\"")
  )

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module in
      missingFiles(of: module, in: library) + missingModules(of: module, in: library)
    }
  }

  private static func missingFiles(of module: Module, in library: Library) -> [Finding] {
    let lists = FileList.lists(of: module, in: library.tree)
    guard lists.contains(where: { $0.entries.contains { $0.path == nil } }) else { return [] }
    let names = module.files.map(Path.name)
    return firstFindings(lists.flatMap { list in list.entries.lazy.map { (list: list, entry: $0) } }) { list, entry in
      guard entry.path == nil else { return nil }
      return finding(
        entry.span.path,
        entry.span.range,
        "`\(list.field)` lists `\(entry.written)`, which does not exist"
          + Spelling.suggestion(for: Path.name(entry.written), among: names),
        why: "`\(module.label)` has no such file",
        help: "add it, or take it off the list"
      )
    }
  }

  // MARK: Modules inside

  private static func missingModules(of module: Module, in library: Library) -> [Finding] {
    let field = module.manifest.root?["augment"]?["subModules"]
    let elements = field?.array ?? field?.object?.map(\.value) ?? []
    return firstFindings(elements) { element in
      let value = element.object == nil ? element : element["path"] ?? element["id"] ?? element["name"]
      guard let value, let name = value.string?.trimmed, !name.isEmpty, !exists(name, in: module, library) else { return nil }
      return finding(
        module.manifest.source.path,
        value.span,
        "`augment.subModules` lists `\(name)`, which does not exist",
        why: "`\(module.label)` has no such folder, and no module has that id or name",
        help: "correct it, or take it off the list"
      )
    }
  }

  private static func exists(_ name: String, in module: Module, _ library: Library) -> Bool {
    guard let path = Path.resolve(name, from: module.id) else { return false }
    return library.tree.contains(path) || library.module(name) != nil || library.configuration.external[name] != nil
      || library.modules.contains { $0.manifest.name?.value == name || Path.name($0.id) == name }
  }
}
