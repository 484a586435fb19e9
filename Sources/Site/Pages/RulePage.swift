internal import Diagnostics
internal import Files

/// One rule: what it finds, why that matters, and a library with the fault beside one without.
struct RulePage: PageModel {
  static let template = "rule"

  var frame: PageFrame
  let heading: String
  let lead: HTML
  let why: HTML
  let bad: HTML
  let good: HTML
  let canBeLowered: Bool

  static let fields = framed([
    "heading": .text { $0.heading },
    "lead": .html { $0.lead },
    "why": .html { $0.why },
    "bad": .html { $0.bad },
    "good": .html { $0.good },
    "canBeLowered": .flag { $0.canBeLowered },
  ])

  /// One file of a sample.
  struct SampleFile: TemplateModel {
    static let template = "sample-file"

    let path: String
    /// What its region is called; different for each on a page.
    let label: String
    let text: HTML

    static let fields: TemplateFields<SampleFile> = [
      "path": .text { $0.path },
      "label": .text { $0.label },
      "text": .html { $0.text },
    ]
  }

  init(_ page: SitePage, rule: RuleFacts, of site: Site) {
    heading = rule.id
    lead = HTML.withCode(rule.summary + ".")
    why = HTML.withCode(rule.why)
    bad = site.templates.render(all: RulePage.files(of: rule.bad, name: "Reported"))
    good = site.templates.render(all: RulePage.files(of: rule.good, name: "Right"))
    canBeLowered = rule.canBeLowered
    frame = PageFrame(page, of: site)
    frame.facts = [
      PageFact(text: rule.severity.rawValue), PageFact(text: "group \(rule.group)"), PageFact(text: "since \(rule.since)"),
    ]
    frame.toc = TableOfContents.html([
      ("page:why", "Why"), ("page:bad", "Reported"), ("page:good", "Right"), ("page:configure", "Settings"),
    ])
  }

  /// The files of a sample, each from its line `-- path --` on.
  private static func files(of sample: String, name: String) -> [SampleFile] {
    var files: [(path: String, lines: [Substring])] = []
    for line in sample.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init) {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        files.append((String(line.dropFirst(3).dropLast(3)), []))
      } else if !files.isEmpty {
        files[files.count - 1].lines.append(line)
      }
    }
    return files.map { file in
      SampleFile(path: file.path, label: "\(name): \(file.path)", text: marked(file.lines.joined(separator: "\n") + "\n"))
    }
  }

  /// The text with what stands between `«»` marked; in our samples every mark has its other half.
  private static func marked(_ text: String) -> HTML {
    HTML(HTML(escaping: text).bytes.replacing("«", with: "<mark>").replacing("»", with: "</mark>"))
  }
}
