internal import Files

extension ReportFormat {
  /// A summary in GitHub's Markdown, for `$GITHUB_STEP_SUMMARY` or a comment: the counts, then a table.
  ///
  /// What a library says is never trusted: nothing of it becomes a link, a picture, markup or a mention.
  package static let markdown = ReportFormat(name: "markdown") { report in
    let rows = report.findings.prefix(mostRows).map { finding in
      let place = report.place(of: finding).map { ":\($0.start.line)" } ?? ""
      let path = MarkdownCell.code(report.machinePath(finding.path) + place)
      return "| \(finding.severity.rawValue) | \(path) | \(MarkdownCell.quoting(finding.headline)) | `\(finding.rule)` |\n"
    }
    let left = report.findings.count - rows.count
    let table = rows.isEmpty ? "" : "\n| severity | place | finding | rule |\n| --- | --- | --- | --- |\n" + rows.joined()
    return "### augury check\n\n" + counts(report) + table + (left > 0 ? "\n\(left) more are not listed.\n" : "")
  }

  /// A step's summary may have 1 MiB; nobody reads on after this many rows.
  private static let mostRows = 500

  private static func counts(_ report: FindingReport) -> String {
    let modules = "\(report.moduleCount) module\(report.moduleCount == 1 ? "" : "s")"
    return "\(modules), \(report.fileCount) file\(report.fileCount == 1 ? "" : "s"): **\(report.summary)**\n"
  }
}

/// Text of a library in a cell of a table.
private enum MarkdownCell {
  /// A text as a code span; as escaped text where a code span in a table cannot hold it (GFM 0.29, sections 4.10 and 6.3).
  static func code(_ text: String) -> String {
    let text = SourceExcerpt.visible(text)
    let isHeld = !text.isEmpty && !text.contains { "`|\\".contains($0) } && text.first != " " && text.last != " "
    return isHeld ? "`\(text)`" : escaped(text)
  }

  /// A sentence in which code stands in backticks, as headlines have it.
  static func quoting(_ sentence: String) -> String {
    var parts = sentence.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    // An opening backtick without its partner is text.
    let unpaired = parts.count.isMultiple(of: 2) ? parts.removeLast() : nil
    let text = parts.enumerated().map { index, part in
      index.isMultiple(of: 2) ? escaped(part) : part.isEmpty ? escaped("``") : code(part)
    }.joined()
    return text + (unpaired.map { escaped("`" + $0) } ?? "")
  }

  /// Literal text: every character that starts something in Markdown gets a backslash (GFM 0.29, section 6.1); those of HTML, and
  /// those that end a cell, become references. Mentions and numbers of issues, which GitHub looks for in the finished text, are
  /// parted by a code span.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in SourceExcerpt.visible(text).unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "|": out += "&#124;"
      case "\\": out += "&#92;"
      case "@", "#": out += "`\(scalar)`"
      case "`", "*", "_", "[", "]", "~", "!", "$", ":": out += "\\\(scalar)"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out.replacing("www.", with: "www\\.")
  }
}
