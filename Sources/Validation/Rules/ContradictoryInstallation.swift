package import Diagnostics
internal import Files
internal import JSON
package import Library

package enum ContradictoryInstallation: Rule {
  package static let id = "contradictory-installation"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.warning
  package static let summary = "`installation` contradicts itself or the rest of `module.json`"
  package static let why = """
    Whoever installs the module by what it says gets something else: a module that is required and optional at once, a command \
    that links another module, a list of dependencies that is not the one above.
    """
  package static let bad = Sample.manifest(("\"tags\"", "\"installation\": { \"command\": «\"augx link workflows/dome\"» },\n  \"tags\""))
  package static let good = Sample.manifest(("\"tags\"", "\"installation\": { \"command\": \"augx link workflows/demo\" },\n  \"tags\""))

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module -> [Finding] in
      guard let installation = module.manifest.root?["installation"], installation.object != nil else { return [] }
      return [
        bothRequiredAndOptional(installation, of: module), otherDependencies(installation, of: module),
        otherModule(installation, of: module),
      ].compactMap { $0 }
    }
  }

  private static func bothRequiredAndOptional(_ installation: JSONValue, of module: Module) -> Finding? {
    // One value a condition: swift 6.3.1 crashes on more when it optimises a build for tests.
    guard let required = installation["required"]?.bool, installation["optional"]?.bool == required else { return nil }
    return finding(
      module.manifest.source.path,
      installation["optional"]?.span,
      required ? "`installation` is required and optional at once" : "`installation` is neither required nor optional",
      help: "keep one of the two"
    )
  }

  /// Two lists of what the module needs.
  private static func otherDependencies(_ installation: JSONValue, of module: Module) -> Finding? {
    guard let second = installation["dependencies"], module.manifest.root?["dependencies"]?.isNull == false else { return nil }
    let ids = second.array.map { $0.compactMap(\.string) } ?? second.object.map { $0.map(\.key) }
    // What is no module id is another kind of dependency: a package, a program.
    guard let ids, ids.allSatisfy({ $0.contains("/") }), Set(ids) != Set(module.manifest.dependencies.map(\.id)) else { return nil }
    return finding(
      module.manifest.source.path,
      second.span,
      "`installation.dependencies` is not what `dependencies` says",
      why: "loaders read `dependencies`",
      help: "keep `dependencies` and remove the other list"
    )
  }

  /// Commands that link modules, but not this one.
  private static func otherModule(_ installation: JSONValue, of module: Module) -> Finding? {
    let texts = (installation.object ?? []).flatMap { $0.value.array ?? [$0.value] }
    let links = texts.compactMap { text in text.string.flatMap(linkedModule).map { (value: text, id: $0) } }
    let own = [module.id, Path.name(module.id), module.manifest.name?.value]
    guard let first = links.first, !module.id.isEmpty, !links.contains(where: { own.contains($0.id) }) else { return nil }
    return finding(
      module.manifest.source.path,
      first.value.span,
      "`installation` links `\(first.id)`, not this module",
      why: "this is `\(module.id)`",
      help: "write `augx link \(module.id)`"
    )
  }

  /// What a text with `augx link <id>` links; nil for another text, and where a placeholder stands for the id.
  private static func linkedModule(_ text: String) -> String? {
    let words = text.prefix(1_000).split { $0.isWhitespace || "`'\"()".contains($0) }
    guard let position = words.firstIndex(of: "augx"), words[position...].count > 2, words[position + 1] == "link" else { return nil }
    let id = words[position + 2]
    return id.contains("<") || id.contains("[") || id.hasPrefix("-") ? nil : String(id)
  }
}
