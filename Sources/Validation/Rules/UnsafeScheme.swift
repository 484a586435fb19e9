package import Diagnostics
package import Library
internal import Markdown

package enum UnsafeScheme: Rule {
  package static let id = "unsafe-scheme"
  package static let group = RuleGroup.links
  package static let severity = Severity.warning
  package static let summary = "The site drops a link, since its scheme is not one of the web"
  package static let why = """
    A page links only to `http`, `https`, `mailto` and `tel`: other schemes can run code (`javascript:`, an error), read files or start a \
    program on a reader's machine, and nobody knows all of them. The text of such a link is shown without the link. `localhost:8080` and \
    `std::vector` in angle brackets are schemes to Markdown too.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - Open «[the server](localhost:8080)» or «[the editor](vscode://file/notes)».
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - Open [the server](http://localhost:8080) or write to <jo@example.org>.
    """

  /// Schemes that run what stands behind them.
  private static let running: Set<String> = ["javascript", "vbscript", "livescript", "data"]

  package static func check(_ library: Library) -> [Finding] {
    findings(in: library) { reference, place, _ in
      guard case .external(let address) = reference.target, !address.hasPrefix("https://"), !URLSafety.isSafe(address.utf8),
        !Address.isOfMachine(address)
      else {
        return nil
      }
      let scheme = Address.scheme(of: address)
      return finding(
        reference.path,
        place,
        "the site drops this link: `\(scheme):` is no scheme of the web"
          + Spelling.suggestion(for: scheme, among: ["http", "https", "mailto", "tel"]),
        why: running.contains(scheme) ? "it can run code on a reader's machine" : "what it starts on a reader's machine is not known",
        help: "link to an `https:` address, or show the address in a code span",
        severity: running.contains(scheme) ? .error : nil
      )
    }
  }
}
