package import Diagnostics
internal import Files
package import Library
internal import Markdown

package enum UnknownModule: Rule {
  package static let id = "unknown-module"
  package static let group = RuleGroup.links
  package static let severity = Severity.warning
  package static let summary = "A module that is to be linked, or is called related, is not in the library"
  package static let why = """
    `augx link` refuses a name that it does not know (an error), and a related module that nobody finds is a promise not kept. Name a \
    module by its id, declare one that lives elsewhere under `external` in `augury.yml`, or write `(if available)` beside it, which makes \
    the finding a note.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    ```bash
    augx link «workflows/dmeo»
    ```

    ## Related Modules

    - «**workflows/other**»: another one
    """
  package static let good: Sample = """
    -- augury.yml --
    external: [workflows/other]
    -- workflows/demo/rules/guide.md --
    # Guide

    ```bash
    augx link workflows/demo
    augx link category/module-name
    ```

    ## Related Modules

    - **workflows/other**: another one
    """

  package static func check(_ library: Library) -> [Finding] {
    let names = ModuleNames(library)
    let commands = findings(in: library) { reference, place, page -> Finding? in
      guard case .missingModule(let id) = reference.target, names.isName(id) else { return nil }
      return finding(of: id, place, in: page, names, severity: .error)
    }
    return commands
      + library.pages.flatMap { page in
        firstFindings(RelatedModules.named(in: page)) { id, place in
          guard library.module(id) == nil, library.configuration.external[id] == nil, names.isName(id) else { return nil }
          return finding(of: id, place, in: page, names, severity: severity)
        }
      }
  }

  private static func finding(of id: String, _ place: Range<Int>, in page: MarkdownFile, _ names: ModuleNames, severity: Severity)
    -> Finding
  {
    let line = page.source.text(page.source.lineRange(at: place.lowerBound)).lowercased()
    let isPromised = ["if available", "optional", "planned", "future", "coming soon", "not yet"].contains { line.contains($0) }
    return finding(
      page.path,
      place,
      "`\(id)` is no module of this library" + names.suggestion(for: id, in: severity == .error ? nil : page.module),
      why: "whoever looks for it finds nothing",
      help: "correct the id, or declare it under `external` in `augury.yml`",
      severity: isPromised ? .note : severity
    )
  }
}
