package import Diagnostics
package import Library
internal import Markdown

package enum LimitExceeded: Rule {
  package static let id = "limit-exceeded"
  package static let group = RuleGroup.format
  package static let severity = Severity.error
  package static let readsBytes = true
  package static let summary = "A Markdown file exceeds a limit that keeps parsing safe"
  package static let why = """
    Some inputs make a Markdown parser run for minutes or write hundreds of times what it read. Augury measures a file before it \
    parses it and shows one beyond the limits as plain text. No text that people wrote comes near them.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    «>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> deep»
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    > > > deep
    """

  package static func check(_ library: Library) -> [Finding] {
    parsing(library) + crowded(library) + cut(library)
  }

  private static func parsing(_ library: Library) -> [Finding] {
    library.pages.flatMap { page in
      page.document.issues.map { issue in
        switch issue.kind {
        case .limitExceeded(let limit, let found):
          finding(
            page.path,
            issue.span,
            "\(found) \(limit.noun); at most \(limit.maximum) are parsed",
            why: "larger input can make parsing take minutes",
            help: "split the file, or put the text into a code block"
          )
        }
      }
    }
  }
  private static func crowded(_ library: Library) -> [Finding] {
    library.modules.flatMap(\.crowded).map { path in
      finding(
        path,
        nil,
        "too many workflows and prompts in a file; what is behind the first \(Module.mostInFile) is not read",
        why: "each of them becomes pages of its own",
        help: "split the file"
      )
    }
  }

  private static func cut(_ library: Library) -> [Finding] {
    library.prompts.filter(\.isCut).map { prompt in
      let page = library.module(prompt.module)?.pages.first { $0.path == prompt.path }
      return finding(
        prompt.path,
        page.map { $0.document.nodes[prompt.node].span },
        "too many placeholders in a prompt; what is behind the first \(PromptTemplate.mostPlaceholders) is shown as text",
        why: "nobody fills in so many",
        help: "split the prompt"
      )
    }
  }
}
