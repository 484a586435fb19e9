internal import Files

/// `sitemap.xml` (sitemaps.org, protocol 0.9): the addresses of all pages. Only a site that knows its own address has one.
enum Sitemap {
  static func file(_ map: SiteMap, address: SiteAddress) -> OutputFile {
    OutputFile(path: "sitemap.xml") {
      var out = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".utf8)
      for page in map.pages where page.subject != .notFound {
        out += "<url><loc>".utf8
        HTMLText.append(address.base + page.location.href, to: &out)
        out += "</loc></url>\n".utf8
      }
      return out + "</urlset>\n".utf8
    }
  }
}
