import Diagnostics
import Files
import Library
import Site
import TestSupport

/// A site rendered whole, as a browser would find it on disk.
struct SiteReader {
  /// Every file by its path.
  let files: [String: String]
  /// The paths in the order in which the site gives its files.
  let order: [String]

  init(
    _ text: String,
    findings: [Finding] = [],
    configuration: SiteConfiguration = SiteConfiguration(),
    overrides: [SourceFile] = []
  ) throws {
    let library = LibraryText(text).library()
    let templates = try Templates(overrides: overrides)
    try self.init(Site(library: library, findings: findings, configuration: configuration, templates: templates))
  }

  init(_ site: Site) throws {
    let outputs = site.files
    order = outputs.map(\.path)
    files = Dictionary(outputs.map { ($0.path, String(decoding: $0.render(), as: UTF8.self)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The pages in the order of their paths.
  var pages: [(path: String, html: String)] {
    files.filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  func page(_ path: String) -> String { files[path] ?? "" }

  /// Every link, style sheet and picture of the site that leads nowhere: the page, and what it says.
  var brokenLinks: [String] {
    let anchors = files.mapValues { Set(SiteReader.values(of: "id", in: $0)) }
    return pages.flatMap { page in
      (SiteReader.values(of: "href", in: page.html) + SiteReader.values(of: "src", in: page.html)).filter { address in
        if ["https:", "http:", "mailto:"].contains(where: address.hasPrefix) { return false }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map { decoded(String($0)) }
        let target = parts[0].isEmpty ? page.path : Path.resolve(parts[0], from: Path.folder(page.path))
        guard let target else { return true }
        // The report lies beside the pages: a build writes it.
        if target == "report.json" { return false }
        guard files[target] != nil else { return true }
        return parts.count > 1 && anchors[target]?.contains(parts[1]) != true
      }.map { "\(page.path): \($0)" }
    }
  }

  /// The values of an attribute, as a browser reads them.
  static func values(of attribute: String, in html: String) -> [String] {
    html.ranges(of: " \(attribute)=\"").compactMap { range in
      html[range.upperBound...].firstIndex(of: "\"").map { end in
        String(html[range.upperBound..<end]).replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&#x27;", with: "'")
          .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
      }
    }
  }

  private func decoded(_ address: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(address.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
