package import Diagnostics
package import Library
internal import Markdown

package enum ReadmeWithoutCode: Rule {
  package static let id = "readme-without-code"
  package static let group = RuleGroup.agreement
  package static let severity = Severity.error
  package static let summary = "A README has no fenced code block"
  package static let why = """
    The command that installs the module is the least that a reader wants to copy; the public client refuses a README without one \
    fenced block. Checked under `preset: augx`.
    """
  package static let bad: Sample = """
    -- augury.yml --
    preset: augx
    -- workflows/demo/README.md --
    # Demo

    ## Overview

    One guide.

    ## Key Benefits

    It is short.

    ## Installation

        augx link workflows/demo

    ## Contents

    One guide.

    ## Usage

    Read it.

    ## Related Modules

    There are none.

    ## Character Count

    ~0 characters
    """
  package static let good = Sample.manifest().underAugx

  package static func check(_ library: Library) -> [Finding] {
    guard library.configuration.preset == .augx else { return [] }
    return library.modules.compactMap { module in
      guard let readme = module.readme, readme.isSound, !readme.hasBacktickFence else { return nil }
      return finding(
        readme.path,
        nil,
        "no fenced code block",
        why: "the public client refuses a README without one",
        help: "show how the module is installed, in a block fenced by three backticks"
      )
    }
  }
}
