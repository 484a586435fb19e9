internal import Diagnostics
internal import Files
internal import Library

/// The report: what each module takes of its budget, what the rules found, and how near to their systems the examples ran.
struct ReportPage: PageModel {
  static let template = "report"

  /// How many modules, and how many findings, are listed; `report.json` has them all.
  private static let longest = 200

  var frame: PageFrame
  let heading = "Report"
  let lead: String
  let modules: HTML
  let moreModules: String?
  /// The rows of the table of rules that found something.
  let rules: HTML
  let findings: HTML
  let moreFindings: String?
  /// The rows of the table of systems.
  let systems: HTML
  let profilesHref: String?
  let profiles: String

  static let fields = framed([
    "heading": .text { $0.heading },
    "lead": .text { $0.lead },
    "modules": .html { $0.modules },
    "moreModules": .text { $0.moreModules },
    "rules": .html { $0.rules },
    "findings": .html { $0.findings },
    "moreFindings": .text { $0.moreFindings },
    "systems": .html { $0.systems },
    "profilesHref": .text { $0.profilesHref },
    "profiles": .text { $0.profiles },
  ])

  /// A module with its bar.
  struct ModuleRow: TemplateModel {
    static let template = "module-row"

    let title: String
    let href: String
    let budget: HTML

    static let fields: TemplateFields<ModuleRow> = [
      "title": .text { $0.title },
      "href": .text { $0.href },
      "budget": .html { $0.budget },
    ]
  }

  init(_ page: SitePage, of site: Site) {
    let root = site.root(of: page)
    let library = site.library
    lead = ReportPage.lead(site)
    let largest = library.modules.sorted { ($1.count.characters, $0.id) < ($0.count.characters, $1.id) }
    modules = site.templates.render(
      all: largest.prefix(Self.longest).map { module in
        ModuleRow(
          title: Words.title(module.title),
          href: root + (site.map.page(ofModule: module.id)?.location.href ?? ""),
          budget: site.templates.render(Budget(characters: module.count.characters, of: library.configuration.budgets.module))
        )
      }
    )
    moreModules = ReportPage.more(library.modules.count)
    let found = site.findings
    rules = ReportPage.rules(found, site: site, root: root)
    findings = site.templates.render(
      all: found.sorted { ($1.severity, $0) < ($0.severity, $1) }.prefix(Self.longest).map { finding in
        NoticeEntry(finding, place: site.place(of: finding, called: Words.clipped(finding.path, to: 200)), site: site, root: root)
      }
    )
    moreFindings = ReportPage.more(found.count)
    systems = site.exampleCounts.systems.map(ReportPage.row).joined()
    profilesHref = site.map.profilesPage.map { root + $0.location.href }
    profiles = Words.count(site.profiles.count, "profile")
    frame = PageFrame(page, of: site)
    let contents = [("page:sizes", "Sizes"), ("page:findings", "Findings")] + (systems.isEmpty ? [] : [("page:examples", "Examples")])
    frame.toc = TableOfContents.html(contents.map { (id: $0.0, title: $0.1) })
  }

  private static func lead(_ site: Site) -> String {
    let library = site.library
    let characters = library.modules.reduce(0) { $0 + $1.count.characters }
    let parts = [
      Words.count(library.modules.count, "module"), Words.count(characters, "character"),
      Words.count(library.prompts.count, "prompt"), Words.count(site.exampleCounts.total, "runnable example"),
    ]
    return parts.joined(separator: ", ") + "."
  }

  private static func more(_ count: Int) -> String? {
    count > longest ? "and \(Words.number(count - longest)) more, in report.json" : nil
  }

  /// A row for each rule that found something, the worst and most frequent first.
  private static func rules(_ findings: [Finding], site: Site, root: String) -> HTML {
    let byRule = Dictionary(grouping: findings, by: \.rule).map { rule, found in
      (rule: rule, severity: found.map(\.severity).max() ?? .note, count: found.count)
    }
    return byRule.sorted { ($1.severity, $1.count, $0.rule) < ($0.severity, $0.count, $1.rule) }.map { entry in
      let page = site.map.page(ofRule: entry.rule)
      let name: HTML = page.map { "<a href=\"\(root)\($0.location.href)\">\(entry.rule)</a>" } ?? HTML(escaping: entry.rule)
      let severity: HTML = "<span class=\"severity \(entry.severity.rawValue)\">\(entry.severity.rawValue)</span>"
      return "<tr><th scope=\"row\">\(name)</th><td>\(severity)</td><td class=\"align-right\">\(Words.number(entry.count))</td></tr>\n"
    }.joined()
  }

  private static func row(_ system: ExampleCounts.System) -> HTML {
    let cells = [system.ran, system.likened, system.checked, system.skipped].map { "<td class=\"align-right\">\($0)</td>" as HTML }
    let programs = system.programs.map(HTML.init(escaping:)).reduce(into: HTML()) { all, next in
      if !all.isEmpty { all.append("<br>" as HTML) }
      all.append(next)
    }
    return "<tr><th scope=\"row\">\(system.title)</th>\(cells.joined())<td>\(programs)</td></tr>\n"
  }
}
