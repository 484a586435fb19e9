internal import Contexts
internal import Library

/// Every profile, by who declares it: how big it is, what is in it, and a way to copy it.
struct ProfilesPage: PageModel {
  static let template = "profiles"

  var frame: PageFrame
  let heading = "Profiles"
  let lead: String
  let sections: HTML

  static let fields = framed([
    "heading": .text { $0.heading },
    "lead": .text { $0.lead },
    "sections": .html { $0.sections },
  ])

  /// One profile.
  struct Entry: TemplateModel {
    static let template = "profile"

    let id: String
    let name: String
    let href: String
    let files: String
    let budget: HTML
    /// The items of the list of its files.
    let members: HTML

    static let fields: TemplateFields<Entry> = [
      "id": .text { $0.id },
      "name": .text { $0.name },
      "href": .text { $0.href },
      "files": .text { $0.files },
      "budget": .html { $0.budget },
      "members": .html { $0.members },
    ]
  }

  init(_ page: SitePage, of site: Site) {
    let root = site.root(of: page)
    let contexts = site.map.contexts
    lead = """
      \(Words.count(contexts.count, "set")) of files that fit a context together. Copy one whole, or let a tool load it: \
      augury context NAME, or the resource of the same name over MCP.
      """
    var homes: [(title: String, entries: [Entry])] = []
    for (number, context) in contexts.enumerated() {
      let entry = Entry(site.context(of: context.profile), number: number, at: root + context.location.href, root: root, site: site)
      let home = context.profile.module.flatMap { site.library.module($0)?.title } ?? "Over all modules"
      if homes.last?.title == home { homes[homes.count - 1].entries.append(entry) } else { homes.append((home, [entry])) }
    }
    let lists = homes.enumerated().map { number, home in
      RenderedSection(id: "home-\(number + 1)", title: Words.title(home.title), rows: site.templates.render(all: home.entries))
    }
    sections = site.templates.render(all: lists)
    frame = PageFrame(page, of: site)
    frame.toc = TableOfContents.html(lists.map { ($0.id, $0.title) })
  }

  /// The anchor of a profile, by its number in `SiteMap.contexts`.
  static func anchor(of number: Int) -> String { "profile-\(number + 1)" }
}

extension ProfilesPage.Entry {
  /// The most files that are listed.
  private static let longest = 60

  init(_ context: ContextFile, number: Int, at href: String, root: String, site: Site) {
    id = ProfilesPage.anchor(of: number)
    name = Words.title(context.profile.name)
    self.href = href
    files = Words.count(context.files.count, "file")
    budget = site.templates.render(Budget(characters: context.characters, of: site.library.configuration.budgets.profile))
    var members = context.files.prefix(Self.longest).map { file -> HTML in
      let page = site.map.page(ofFile: file.path)
      let title: HTML = page.map { "<a href=\"\(root)\($0.location.href)\">\($0.title)</a>" } ?? "<code>\(Words.title(file.path))</code>"
      return "<li>\(title) <span class=\"kind\">\(Words.count(file.characters, "character"))</span></li>\n"
    }
    if context.files.count > Self.longest { members.append("<li>and \(Words.number(context.files.count - Self.longest)) more</li>\n") }
    self.members = (members + context.missing.prefix(Self.longest).map { "<li><s>\(Words.title($0))</s> (missing)</li>\n" }).joined()
  }
}
