internal import Library

extension ListPage {
  /// Every profile, by who declares it: how big it is, what is in it, and a way to copy it.
  init(profiles page: SitePage, of site: Site) {
    let root = site.root(of: page)
    let lead = """
      \(Words.count(site.profiles.count, "set")) of files that fit a context together. Copy one whole, or let a tool load it: \
      augury context NAME, or the resource of the same name over MCP.
      """
    var homes: [(title: String, entries: [ProfileEntry])] = []
    for (number, profile) in site.profiles.enumerated() {
      let entry = ProfileEntry(profile, number: number, root: root, site: site)
      let home = profile.module.flatMap { site.library.module($0)?.title } ?? "Over all modules"
      if homes.last?.title == home { homes[homes.count - 1].entries.append(entry) } else { homes.append((home, [entry])) }
    }
    let lists = homes.enumerated().map { number, home in
      RenderedSection(id: "home-\(number + 1)", title: Words.title(home.title), rows: site.templates.render(all: home.entries))
    }
    self.init(page, lead: lead, lists: lists, of: site)
  }
}

/// One profile.
struct ProfileEntry: TemplateModel {
  static let template = "profile"

  /// The most files that are listed.
  private static let longest = 60

  let id: String
  let name: String
  let href: String
  let files: String
  let budget: HTML
  /// The items of the list of its files.
  let members: HTML

  static let fields: TemplateFields<ProfileEntry> = [
    "id": .text { $0.id },
    "name": .text { $0.name },
    "href": .text { $0.href },
    "files": .text { $0.files },
    "budget": .html { $0.budget },
    "members": .html { $0.members },
  ]

  init(_ profile: ProfileFacts, number: Int, root: String, site: Site) {
    id = ProfileEntry.anchor(of: number)
    name = Words.title(profile.name)
    href = root + profile.location.href
    files = Words.count(profile.files.count, "file")
    budget = site.templates.render(Budget(characters: profile.characters, of: site.library.configuration.budgets.profile))
    var members = profile.files.prefix(Self.longest).map { file -> HTML in
      let page = site.map.page(ofFile: file.path)
      let title: HTML = page.map { "<a href=\"\(root)\($0.location.href)\">\($0.title)</a>" } ?? "<code>\(Words.title(file.path))</code>"
      return "<li>\(title) <span class=\"kind\">\(Words.count(file.characters, "character"))</span></li>\n"
    }
    if profile.files.count > Self.longest { members.append("<li>and \(Words.number(profile.files.count - Self.longest)) more</li>\n") }
    self.members = (members + profile.missing.prefix(Self.longest).map { "<li><s>\(Words.title($0))</s> (missing)</li>\n" }).joined()
  }

  /// The anchor of a profile, by its number in `Site.profiles`.
  static func anchor(of number: Int) -> String { "profile-\(number + 1)" }
}
