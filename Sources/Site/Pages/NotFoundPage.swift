/// What a server shows for an address at which nothing lies.
struct NotFoundPage: PageModel {
  static let template = "not-found"

  var frame: PageFrame
  let heading = "Nothing lies here"
  let lead = "The page may have moved, or the address may be mistyped."

  static let fields = framed([
    "heading": .text { $0.heading },
    "lead": .text { $0.lead },
  ])

  init(_ page: SitePage, of site: Site) {
    frame = PageFrame(page, of: site)
  }
}
