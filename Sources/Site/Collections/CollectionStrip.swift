internal import Library

/// The way from a member of a collection to the others: the one before, the one behind, all of them, and how they compare.
struct CollectionStrip: TemplateModel {
  static let template = "collection-strip"

  let title: String
  let place: String
  let href: String
  let compareHref: String?
  let previous: TextLink?
  let next: TextLink?

  static let fields: TemplateFields<CollectionStrip> = [
    "title": .text { $0.title },
    "place": .text { $0.place },
    "href": .text { $0.href },
    "compareHref": .text { $0.compareHref },
    "previousTitle": .text { $0.previous?.title },
    "previousHref": .text { $0.previous?.href },
    "nextTitle": .text { $0.next?.title },
    "nextHref": .text { $0.next?.href },
  ]

  init?(_ place: CollectionTies.Place, site: Site, root: String) {
    guard let page = site.map.page(ofCollection: place.collection) else { return nil }
    let members = site.library.collections[place.collection].members
    func link(_ index: Int) -> TextLink? {
      guard members.indices.contains(index), let page = site.map.page(ofFile: members[index].file.path) else { return nil }
      return TextLink(title: page.title, href: root + page.location.href)
    }
    title = page.title
    self.place = "\(place.member + 1) of \(members.count)"
    href = root + page.location.href
    compareHref = site.map.page(ofComparison: place.collection).map { root + $0.location.href }
    previous = link(place.member - 1)
    next = link(place.member + 1)
  }
}

/// What concerns a member of a collection beside the pages that speak of it.
enum MemberConcerns {
  /// How many pages and how many profiles are shown before the rest is only counted.
  private static let longest = 20

  /// The list items; empty when there is nothing.
  static func html(of path: String, apartFrom sources: [Int], site: Site, root: String) -> HTML {
    let (pages, profiles) = site.ties.concerns(of: path, apartFrom: sources)
    var out = HTML()
    for index in pages.prefix(longest) {
      let page = site.map.pages[index]
      let noun = page.subject.module.flatMap { PageGroup(page.subject, in: site.library.modules[$0])?.noun } ?? "Page"
      out.append(item(page.title, root + page.location.href, kind: "\(noun) with code for it"))
    }
    if pages.count > longest { out.append("<li>and \(Words.number(pages.count - longest)) more pages</li>\n" as HTML) }
    for index in profiles.prefix(longest) {
      let (profile, location) = site.map.contexts[index]
      let files = Words.count(profile.entries.count, "file")
      out.append(item(Words.title(profile.name), root + location.href, kind: "Profile, \(files) to load together"))
    }
    if profiles.count > longest { out.append("<li>and \(Words.number(profiles.count - longest)) more profiles</li>\n" as HTML) }
    return out
  }

  private static func item(_ title: String, _ href: String, kind: String) -> HTML {
    "<li><a href=\"\(href)\">\(title)</a><span class=\"kind\">\(kind)</span></li>\n"
  }
}
