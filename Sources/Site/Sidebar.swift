internal import Library

/// The navigation of one module, rendered once.
///
/// All pages of a module show the same list and differ only in how deep they lie and which entry is marked. The template is rendered
/// with placeholders for both; a page then costs a copy of the bytes, however long the list is. Placeholders start with `<`, which
/// escaped text never contains.
struct Sidebar: Sendable {
  private static let root = "<root>"
  private static let currentStart = "<current "
  private static let mark: HTML = " aria-current=\"page\""

  /// The HTML cut at its placeholders: each piece, and what stands behind it.
  private var pieces: [(html: HTML, then: Placeholder)] = []

  private enum Placeholder: Sendable {
    case root
    /// The way to the module's folder, where all its pages lie: shorter than the way up to the root and down again.
    case folder
    /// The place for the mark of a page, by its number in the site map.
    case current(Int)
    case nothing
  }

  /// How many folders the pages of the module lie below the root, at the least.
  private let depth: Int

  init(_ model: SidebarModel, templates: Templates) {
    let folder = Array(model.folder.utf8)
    depth = folder.count { $0 == UInt8(ascii: "/") }
    let html = templates.render(model).bytes
    var start = 0
    var search = 0
    while let at = html[search...].firstIndex(of: UInt8(ascii: "<")) {
      search = at + 1
      guard var (placeholder, end) = Sidebar.placeholder(at: at, in: html) else { continue }
      if case .root = placeholder, !folder.isEmpty, html[end...].starts(with: folder) { (placeholder, end) = (.folder, end + folder.count) }
      pieces.append((HTML(Array(html[start..<at])), placeholder))
      (start, search) = (end, end)
    }
    pieces.append((HTML(Array(html[start...])), .nothing))
  }

  private static func placeholder(at start: Int, in html: [UInt8]) -> (Placeholder, end: Int)? {
    if html[start...].starts(with: root.utf8) { return (.root, start + root.utf8.count) }
    guard html[start...].starts(with: currentStart.utf8), let end = html[start...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let number = String(decoding: html[(start + currentStart.utf8.count)..<end], as: UTF8.self)
    return Int(number).map { (.current($0), end + 1) }
  }

  /// The navigation as a page shows it.
  ///
  /// - Parameter root: the way from the page up to the root: `../` for each folder.
  func html(root: String, current: Int) -> HTML {
    var out = HTML()
    for piece in pieces {
      out.append(piece.html)
      switch piece.then {
      case .root: out.append(root)
      case .folder: out.append(String(root.utf8.dropFirst(3 * depth)) ?? root)
      case .current(let index): if index == current { out.append(Sidebar.mark) }
      case .nothing: break
      }
    }
    return out
  }

  static func placeholder(for page: SitePage) -> HTML { HTML(stringLiteral: "\(currentStart)\(page.index)>") }
  static var rootPlaceholder: HTML { HTML(stringLiteral: root) }
}
