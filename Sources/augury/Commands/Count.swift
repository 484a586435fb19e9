import ArgumentParser
import Diagnostics
import Files
import JSON
import Library

struct Count: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Count characters and compare them with the budgets.",
    discussion: """
      Characters are Unicode scalars of every file of a module but hidden files, CHANGELOG.md and metadata.json. UTF-16 units are \
      those of the whole folder, which is what the public client counts. Tokens are an estimate: one for four characters.

      Example: augury count
      Example: augury count workflows/database --write
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "Modules of the library, each shown file by file; all of them, a line each, when none is named.")
  var paths: [String] = []

  @OptionGroup var library: LibraryOptions

  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format = Format.text

  @Flag(help: "Write the right number into module.json, README.md and metadata.json.")
  var write = false

  func run() throws {
    let loaded = try library.load()
    let scopes = try paths.map { try Scope(argument: $0, in: loaded) }
    let modules = loaded.library.modules.filter { module in
      scopes.isEmpty || scopes.contains { $0.contains(module.id) || Path.isInside($0.path, module.id) }
    }
    if write {
      for module in modules { try writeCount(of: module, in: loaded) }
      return
    }
    switch format {
    case .text: Terminal.out(CountTable(modules: modules, library: loaded.library, showsFiles: !paths.isEmpty).text)
    case .json: Terminal.out(String(decoding: JSONWriter.file(CountTable.json(modules, in: loaded.library)), as: UTF8.self))
    }
  }

  /// Writes the right number wherever a module states one, and says what it did.
  private func writeCount(of module: Module, in loaded: LibraryOptions.Loaded) throws {
    let name = SourceExcerpt.visible(module.label)
    if module.claims.isEmpty {
      return Terminal.talk("\(name): no place states a count; add `augment.characterCount`, or `## Character Count` to README.md")
    }
    var changed: [String] = []
    for path in Set(module.claims.map(\.path)).sorted() {
      guard let source = loaded.library.tree.file(path) else { continue }
      let bytes = Edits.applied(module.countFixes, to: source)
      guard bytes != source.bytes else { continue }
      try FileSystem.replaceFile(at: Path.join(loaded.root, path), with: bytes, from: source.bytes)
      changed.append(Path.name(path))
    }
    let what = changed.isEmpty ? "unchanged" : "written to \(changed.joined(separator: ", "))"
    Terminal.out("\(name): \(module.statedCount) characters, \(what)")
  }
}
