internal import Mustache
internal import Synchronization

/// Templates rendered once for all pages that show the same fields: the HTML between the values.
///
/// Looking up names is what swift-mustache spends its time on. Where a model has neither parts nor lists, its page depends on nothing but
/// which fields are there; so the template is rendered once with a mark in place of each value, cut at the marks, and every further
/// page is a row of copies.
final class Skeletons: Sendable {
  private let library: MustacheLibrary
  private let cut = Mutex<[String: [Piece]]>([:])

  /// HTML of the template, and the value behind it.
  private struct Piece {
    let html: ArraySlice<UInt8>
    /// A name in `Values`; nil behind the last piece.
    let value: String?
  }

  /// What stands round a name in place of its value: a byte that no template has.
  private static let mark: UInt8 = 0

  init(library: MustacheLibrary) {
    self.library = library
  }

  /// The page of a model; nil when the model has parts or lists.
  func render<Model: TemplateModel>(_ model: Model, with template: String) -> String? {
    var key = template
    var values: [String: String] = [:]
    var flags: Set<String> = []
    for (name, field) in Model.fields {
      switch field {
      case .text(let read): values[name] = read(model).flatMap { $0.isEmpty ? nil : HTMLText.escaped($0) }
      case .html(let read): values[name] = read(model).flatMap { $0.isEmpty ? nil : $0 }
      case .flag(let read): if read(model) { flags.insert(name) }
      case .section: return nil
      }
      if values[name] != nil || flags.contains(name) { key += " " + name }
    }
    var out: [UInt8] = []
    for piece in pieces(key, template: template, values: values, flags: flags) {
      out += piece.html
      if let value = piece.value, let text = values[value] { out += text.utf8 }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private func pieces(_ key: String, template: String, values: [String: String], flags: Set<String>) -> [Piece] {
    if let pieces = cut.withLock({ $0[key] }) { return pieces }
    let marked = Marked(names: Set(values.keys), flags: flags)
    let html = Array((library.render(marked, withTemplate: template) ?? "").utf8)
    let parts = html.split(separator: Skeletons.mark, omittingEmptySubsequences: false)
    let pieces = stride(from: 0, to: parts.count, by: 2).map { index in
      Piece(html: parts[index], value: index + 1 < parts.count ? String(decoding: parts[index + 1], as: UTF8.self) : nil)
    }
    cut.withLock { $0[key] = pieces }
    return pieces
  }

  /// A model that gives every value as its own name between marks.
  private struct Marked: MustacheParent {
    let names: Set<String>
    let flags: Set<String>

    func child(named name: String) -> Any? {
      if flags.contains(name) { return true }
      return Shown(renderText: names.contains(name) ? "\u{0}\(name)\u{0}" : "")
    }
  }
}
