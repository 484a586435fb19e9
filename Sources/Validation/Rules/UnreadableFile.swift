package import Diagnostics
package import Library

package enum UnreadableFile: Rule {
  package static let id = "unreadable-file"
  package static let group = RuleGroup.format
  package static let severity = Severity.error
  package static let summary = "Something in the library is no file that can be read"
  package static let why = """
    Symbolic links are not followed, since they can lead anywhere; pipes and devices could block for ever; a file over 16 MiB is no \
    guide; and what cannot be read cannot be checked. Each is left out of every output and reported here.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/linked.md (symbolic link) --
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.
    """

  package static func check(_ library: Library) -> [Finding] {
    library.tree.oddities.map { oddity in
      finding(oddity.path, nil, "`\(oddity.path)` \(oddity.reason)", why: "it is left out of every output", help: oddity.help)
    }
  }
}
