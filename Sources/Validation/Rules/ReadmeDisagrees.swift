package import Diagnostics
internal import Files
package import Library
internal import Markdown

package enum ReadmeDisagrees: Rule {
  package static let id = "readme-disagrees"
  package static let group = RuleGroup.agreement
  package static let severity = Severity.warning
  package static let summary = "A README speaks of another module than its `module.json`"
  package static let why = """
    A README that was copied from another module still has that module's title, first sentence or install command, and a reader \
    installs the wrong one. A README may say things in its own words: reported is only what is another module's to the letter, and a \
    first sentence that is the `description` but for its numbers.
    """
  package static let bad: Sample = """
    -- workflows/other/module.json --
    {
      "name": "other",
      "version": "1.0.0",
      "displayName": "Other",
      "description": "Shows 3 ways to do it."
    }
    -- workflows/other/README.md --
    «# Demo»

    «**Shows 2 ways to do it.**»

    ## Installation

    ```bash
    augx link «workflows/demo»
    ```
    """
  package static let good: Sample = """
    -- workflows/other/module.json --
    {
      "name": "other",
      "version": "1.0.0",
      "displayName": "Other",
      "description": "Shows 3 ways to do it."
    }
    -- workflows/other/README.md --
    # The Other Way

    Shows how to do it.

    ## Installation

    ```bash
    augx link workflows/demo
    augx link workflows/other
    ```
    """

  package static func check(_ library: Library) -> [Finding] {
    let titles = owners(in: library) { $0.manifest.displayName?.value.trimmed }
    let summaries = owners(in: library) { $0.manifest.summary?.value.trimmed }
    return library.modules.flatMap { module -> [Finding] in
      guard let readme = module.readme, readme.isSound else { return [] }
      return [
        title(of: readme, in: module, titles), lead(of: readme, in: module, summaries), installation(of: readme, in: module, library),
      ].compactMap { $0 }
    }
  }

  /// The modules by something that they say of themselves; of several the first.
  private static func owners(in library: Library, _ text: (Module) -> String?) -> [String: Module] {
    Dictionary(library.modules.compactMap { module in text(module).map { ($0, module) } }, uniquingKeysWith: { first, _ in first })
  }

  private static func title(of readme: MarkdownFile, in module: Module, _ titles: [String: Module]) -> Finding? {
    guard let own = module.manifest.displayName?.value.trimmed, let heading = readme.headings.first(where: { $0.level == 1 }),
      heading.title != own, let owner = titles[heading.title], owner.id != module.id
    else { return nil }
    return finding(
      readme.path,
      readme.document.nodes[heading.node].span,
      "the title `\(heading.title)` is that of `\(owner.label)`",
      why: "the `displayName` of this module is `\(own)`",
      help: "write the title of this module"
    )
  }

  // MARK: First sentence

  private static func lead(of readme: MarkdownFile, in module: Module, _ summaries: [String: Module]) -> Finding? {
    guard let own = module.manifest.summary?.value.trimmed, !own.isEmpty, !readme.lead.isEmpty, readme.lead != own,
      let node = readme.document.children(of: 0).first(where: { isParagraph($0, of: readme) })
    else { return nil }
    let range = readme.document.nodes[node].span
    if let owner = summaries[readme.lead], owner.id != module.id {
      return finding(
        readme.path,
        range,
        "the first sentence is the description of `\(owner.label)`",
        why: "this is `\(module.label)`",
        help: "say what this module is for"
      )
    }
    guard own.utf8.contains(where: isDigit), withoutNumbers(readme.lead) == withoutNumbers(own) else { return nil }
    return finding(
      readme.path,
      range,
      "the first sentence has other numbers than the `description` in `module.json`",
      why: "`module.json` says: \(own.prefix(200))",
      help: "correct the one that is wrong"
    )
  }

  private static func isParagraph(_ node: Int, of readme: MarkdownFile) -> Bool {
    if case .paragraph = readme.document.nodes[node].kind { true } else { false }
  }

  private static func withoutNumbers(_ text: String) -> [UInt8] { text.utf8.filter { !isDigit($0) } }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  // MARK: Installation

  /// Commands under "Installation" that link modules of the library, but not this one.
  private static func installation(of readme: MarkdownFile, in module: Module, _ library: Library) -> Finding? {
    guard !module.id.isEmpty, let heading = readme.heading(startingWith: "installation") else { return nil }
    let nodes = readme.nodes(under: heading)
    let commands = library.references(in: readme.path).filter { $0.form == .installCommand && nodes.contains($0.node) }
    guard let first = commands.first, commands.allSatisfy({ isOther($0, than: module) }) else { return nil }
    return finding(
      readme.path,
      first.range,
      "the command links `\(first.written)`, not this module",
      why: "this is `\(module.id)`",
      help: "write `augx link \(module.id)`"
    )
  }

  /// Whether a command links another module that exists; an unknown one is the links' matter.
  private static func isOther(_ command: Reference, than module: Module) -> Bool {
    if case .module(let id) = command.target { id != module.id } else { false }
  }
}
