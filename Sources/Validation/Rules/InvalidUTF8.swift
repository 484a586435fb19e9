package import Diagnostics
internal import Files
package import Library

package enum InvalidUTF8: Rule {
  package static let id = "invalid-utf8"
  package static let group = RuleGroup.format
  package static let severity = Severity.error
  package static let readsBytes = true
  package static let summary = "A text file is not UTF-8"
  package static let why = """
    Nobody can tell which characters are meant, so the file is not parsed and counts 0 characters. Save it as UTF-8. Judged are \
    Markdown, JSON, YAML and SQL files; a picture is no text.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md (latin-1) --
    # Guide

    - «é»t\u{E9}
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - \u{E9}t\u{E9}
    """

  package static func check(_ library: Library) -> [Finding] {
    library.tree.files.compactMap { file in
      guard let offset = file.invalidUTF8Offset, file.isText, library.module(containing: file.path) != nil else { return nil }
      return finding(
        file.path,
        offset..<(offset + 1),
        "not UTF-8",
        why: "the byte 0x\(String(file.bytes[offset], radix: 16, uppercase: true)) starts no character here",
        help: "save the file as UTF-8"
      )
    }
  }
}
