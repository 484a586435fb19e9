package import Diagnostics
internal import Files
package import Library
internal import Markdown

package enum MissingSection: Rule {
  package static let id = "missing-section"
  package static let group = RuleGroup.agreement
  package static let severity = Severity.error
  package static let summary = "A README lacks a required section"
  package static let why = """
    Readers and agents find their way by the same headings in every module. Under `preset: augx` the public client asks for headings \
    that start with Overview, Contents, Character Count, Usage and Installation (or Setup); `sections` in `augury.yml` names others, \
    or none.
    """
  package static let bad: Sample = """
    -- augury.yml --
    sections: [Overview, Usage]
    -- workflows/demo/README.md --
    # Demo

    ## Overview

    ```bash
    augx link workflows/demo
    ```

    «## Example Usage»

    Read it.

    ## Character Count

    ~0 characters
    """
  package static let good: Sample = """
    -- augury.yml --
    sections: [Overview, Usage]
    -- workflows/demo/README.md --
    # Demo

    ## Overview

    ```bash
    augx link workflows/demo
    ```

    ## Usage Examples

    Read it.

    ## Character Count

    ~0 characters
    """

  package static func check(_ library: Library) -> [Finding] {
    let sections = library.configuration.requiredSections
    guard !sections.isEmpty else { return [] }
    return library.modules.flatMap { module -> [Finding] in
      guard let readme = module.readme, readme.isSound else { return [] }
      return firstFindings(sections.lazy.filter { !has($0, readme) }) { section in
        let near = nearest(to: section, in: readme)
        return finding(
          readme.path,
          near.map { readme.document.nodes[$0.node].span },
          "no section `\(section)`",
          why: "no heading of the README starts with `\(section)`",
          help: near.map { "rename `\($0.title)`, or add the section" } ?? "add `## \(section)`"
        )
      }
    }
  }

  private static func has(_ section: String, _ readme: MarkdownFile) -> Bool {
    let section = section.lowercased()
    return readme.heading(startingWith: section) != nil || section == "installation" && readme.heading(startingWith: "setup") != nil
  }

  /// A heading that was probably meant for the section: a misspelt one, or one that holds its word further on.
  private static func nearest(to section: String, in readme: MarkdownFile) -> Heading? {
    let stem = section.lowercased().prefix(max(3, section.count - 2))
    return readme.headings.prefix(1_000).first { heading in
      let title = heading.title.lowercased()
      return title.utf8.count <= 100 && (title.contains(stem) || Spelling.nearest(to: section, among: [title]) != nil)
    }
  }
}
