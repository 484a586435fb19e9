internal import Files
internal import Library
internal import Markdown

// Where the references of a file lead on the site.
extension ArticleRenderer {
  /// What becomes of a link or a picture. Pictures of other hosts are not loaded: nothing of a page comes from elsewhere.
  func link(at node: Int) -> LinkRendering? {
    guard let reference = references[node] else { return nil }
    if reference.form == .image { return picture(reference) }
    if let href = href(of: reference.target) { return .href(href) }
    switch reference.target {
    case .external: return nil
    default: return .broken(reason: ArticleRenderer.reason(reference.target))
    }
  }

  private func picture(_ reference: Reference) -> LinkRendering {
    if case .file(let path) = reference.target, StaticAssets.isPicture(path), let copy = site.map.copies[path] {
      return .href(root + copy.href)
    }
    if case .external(let address) = reference.target { return .broken(reason: "A picture on another host: \(address)") }
    return .broken(reason: ArticleRenderer.reason(reference.target))
  }

  /// The address of what a reference leads to, seen from the page; nil when nothing of the site shows it.
  func href(of target: Reference.Target) -> String? {
    switch target {
    case .page(let path, let anchor):
      guard let target = site.page(ofFile: path, from: page) else { return nil }
      let fragment = anchor.map { "#" + Location.encoded($0) } ?? ""
      if target.index == page.index, !fragment.isEmpty { return fragment }
      return root + target.location.href + fragment
    case .module(let id): return site.map.page(ofModule: id).map { root + $0.location.href }
    case .file(let path): return site.map.copies[path].map { root + $0.href } ?? folder(path)
    case .externalModule(_, let url): return url
    case .otherCase(_, let actual): return href(of: .page(actual, anchor: nil)) ?? href(of: .file(actual))
    case .external, .missingFile, .missingAnchor, .missingModule, .outside: return nil
    }
  }

  /// A folder of a module leads to the list of what is in it.
  private func folder(_ path: String) -> String? {
    guard let module = site.library.module(containing: path), let page = site.map.page(ofModule: module.id) else { return nil }
    let prefix = path == module.id ? "" : module.id.isEmpty ? path : String(path.dropFirst(module.id.count + 1))
    let groups: [String: PageGroup] = ["rules": .guides, "examples": .examples, "prompts": .prompts]
    let group = groups[String(prefix.prefix { $0 != "/" })]
    return root + page.location.href + (group.map { "#\($0.rawValue)" } ?? "")
  }

  private static func reason(_ target: Reference.Target) -> String {
    switch target {
    case .missingFile(let path), .otherCase(let path, _): "Nothing lies at \(path)"
    case .missingAnchor(let path, let anchor): "\(path) has no heading \(anchor)"
    case .missingModule(let id), .externalModule(let id, _): "The module \(id) is not part of this library"
    case .outside: "This leads out of the library"
    case .page, .file, .module, .external: "This is not part of the site"
    }
  }
}
