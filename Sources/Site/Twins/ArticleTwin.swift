internal import Files
internal import Library
internal import Markdown

/// A Markdown file as it lies on the site: its links lead to other twins, to copies of files, and to whole addresses.
///
/// Twins lie to each other as their sources do, so most links stay to the letter, and a file without any is its own twin.
struct ArticleTwin {
  private let file: MarkdownFile
  private let page: SitePage
  /// The folder of the site that the text lies in.
  private let folder: String
  private let site: Site

  init(_ file: MarkdownFile, of page: SitePage, in folder: String, site: Site) {
    (self.file, self.page, self.folder, self.site) = (file, page, folder, site)
  }

  var bytes: [UInt8] {
    guard file.source.invalidUTF8Offset == nil else {
      return Array("# \(MarkdownText.inline(file.title))\n\nThis file is not UTF-8, and so not shown.\n".utf8)
    }
    return PortableText(file, in: site.library(of: page)).bytes(picture: picture) { destination(of: $0) }
  }

  /// A picture that the site has a copy of.
  private func picture(_ reference: Reference) -> String? {
    guard case .file(let path) = reference.target, StaticAssets.isPicture(path) else { return nil }
    return site.map.copies[path].map(address(of:))
  }

  private func destination(of reference: Reference) -> PortableText.Destination? {
    if case .external(let address) = reference.target { return URLSafety.isSafe(address.utf8) ? nil : .words("") }
    if case .externalModule(let id, let url) = reference.target { return url.map { .address($0) } ?? named(id) }
    guard let address = address(of: reference.target) else { return missing(reference) }
    return address == reference.written ? nil : .address(address)
  }

  /// Where the site has what a reference leads to, as Markdown where it is a page; nil when it has it not.
  private func address(of target: Reference.Target) -> String? {
    switch target {
    case .page(let path, let anchor):
      let fragment = anchor.map { "#" + Location.encoded(fragment: $0) } ?? ""
      if path == file.path, !fragment.isEmpty { return fragment }
      return site.page(ofFile: path, from: page).map { address(of: $0.twin) + fragment }
    case .missingAnchor(let path, _): return address(of: .page(path, anchor: nil))
    case .module(let id): return site.map.page(ofModule: id).map { address(of: $0.twin) }
    case .otherCase(_, let path): return address(of: .page(path, anchor: nil)) ?? address(of: .file(path))
    case .file(let path):
      if let copy = site.map.copies[path] { return address(of: copy) }
      return site.library.module(containing: path).flatMap { site.map.page(ofModule: $0.id) }.map { address(of: $0.twin) }
    case .external, .externalModule, .missingFile, .missingModule, .outside: return nil
    }
  }

  private func address(of location: Location) -> String { location.href(fromFolder: folder) }

  private func missing(_ reference: Reference) -> PortableText.Destination {
    switch reference.target {
    case .missingFile(let path), .otherCase(let path, _), .missingAnchor(let path, _), .page(let path, _), .file(let path): named(path)
    case .missingModule(let id), .module(let id), .externalModule(let id, _): named(id)
    case .outside, .external: .words("")
    }
  }

  private func named(_ path: String) -> PortableText.Destination { .words("(\(MarkdownText.code(path)))") }
}

extension Location {
  /// The shortest way here from a folder of the site.
  func href(fromFolder folder: String) -> String {
    let own = href.split(separator: "/")
    let from = Location.encoded(folder).split(separator: "/")
    let shared = zip(own.dropLast(), from).prefix { $0 == $1 }.count
    let up = repeatElement("..", count: from.count - shared)
    return (up + own.dropFirst(shared).map(String.init)).joined(separator: "/")
  }
}
