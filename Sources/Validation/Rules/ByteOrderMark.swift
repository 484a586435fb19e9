package import Diagnostics
internal import Files
package import Library

package enum ByteOrderMark: Rule {
  package static let id = "byte-order-mark"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.warning
  package static let readsBytes = true
  package static let summary = "A text file starts with a byte order mark"
  package static let why = """
    UTF-8 needs none. Nobody sees it, but it stands before the first character: RFC 8259 (section 8.1) forbids it in JSON, front matter and \
    scripts are no longer recognised behind it, and it is counted as a character.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    «\u{FEFF}»# Guide

    - A list.
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap(\.oddTexts).filter(\.hasByteOrderMark).map { odd in
      let range = 0..<OddText.byteOrderMark.count
      return finding(
        odd.source.path,
        range,
        "byte order mark at the start of the file",
        why: "UTF-8 needs none, and not every reader skips it",
        help: "save the file as UTF-8 without it",
        fix: Fix(title: "remove it", span: odd.source.span(range), replacement: "")
      )
    }
  }
}
