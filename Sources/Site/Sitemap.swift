internal import Files

/// `sitemap.xml` (sitemaps.org, protocol 0.9): the addresses of all pages. Only a site that knows its own address has one.
enum Sitemap {
  static func file(_ map: SiteMap, address: SiteAddress) -> OutputFile {
    OutputFile(path: "sitemap.xml") {
      var out: HTML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
      for page in map.pages where page.subject != .notFound {
        out.append("<url><loc>\(address.base + page.location.href)</loc></url>\n" as HTML)
      }
      out.append("</urlset>\n" as HTML)
      return out.bytes
    }
  }
}
