package import Diagnostics
internal import Files
package import Library

package enum ControlCharacter: Rule {
  package static let id = "control-character"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.warning
  package static let readsBytes = true
  package static let summary = "A text holds a control character"
  package static let why = """
    Nothing is seen of it, and every program makes something else of it: a terminal obeys it, XML and YAML refuse the file, a parser of \
    Markdown replaces it. It comes from a terminal, a word processor or a conversion that went wrong. Tabs and line ends are none.
    """
  package static let bad = Sample(stringLiteral: "-- workflows/demo/rules/guide.md --\n# Guide\n\n- A «\u{8}»list.")
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module in
      // A control character in a string of JSON breaks its grammar, which is told there.
      let manifests = Set(module.manifests.map(\.source.path))
      return module.oddTexts.filter { !manifests.contains($0.source.path) }.flatMap { odd in
        firstFindings(odd.characters.lazy.filter { $0.kind == .control }) { character in
          finding(
            odd.source.path,
            character.range,
            "control character \(character.codePoint)",
            why: "nobody sees it, and programs disagree about it",
            help: "remove it"
          )
        }
      }
    }
  }
}
