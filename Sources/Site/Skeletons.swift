internal import Mustache
internal import Synchronization

/// Templates rendered once for all models that have the same fields: the HTML between the values.
///
/// Looking up names is what swift-mustache spends its time on. What a template makes of a model depends on nothing but which fields are
/// there; so it is rendered once with a mark in place of each value, cut at the marks, and every further model is a row of copies.
final class Skeletons: Sendable {
  private let library: MustacheLibrary
  private let cut = Mutex<[Key: [Piece]]>([:])

  private struct Key: Hashable {
    let template: String
    /// A bit for each field that is there.
    let present: UInt64
  }

  /// HTML of the template, and the number of the field behind it.
  private struct Piece {
    let html: HTML
    /// Nil behind the last piece.
    let field: Int?
  }

  /// What stands round a number in place of a value: a byte that no template has.
  private static let mark: UInt8 = 0

  init(library: MustacheLibrary) {
    self.library = library
  }

  /// Appends what a model's template makes of it.
  func render<Model: TemplateModel>(_ model: Model, into out: inout HTML) {
    let values = Model.fields.values(model)
    for piece in pieces(for: values, of: Model.self) {
      out.append(piece.html)
      switch piece.field.map({ values[$0] }) {
      case .text(let text): out.append(text)
      case .html(let html): out.append(html)
      case .flag, .nothing, nil: break
      }
    }
  }

  private func pieces<Model: TemplateModel>(for values: [TemplateValue], of: Model.Type) -> [Piece] {
    precondition(values.count <= UInt64.bitWidth, "more fields than bits")
    var present: UInt64 = 0
    for (index, value) in values.enumerated() {
      if case .nothing = value { continue }
      present |= 1 << UInt64(index)
    }
    let key = Key(template: Model.template, present: present)
    if let pieces = cut.withLock({ $0[key] }) { return pieces }
    let marked = Marked(names: Model.fields.names, values: values)
    let html = Array((library.render(marked, withTemplate: Model.template) ?? "").utf8)
    let parts = html.split(separator: Skeletons.mark, omittingEmptySubsequences: false)
    let pieces = stride(from: 0, to: parts.count, by: 2).map { index in
      Piece(html: HTML(Array(parts[index])), field: index + 1 < parts.count ? Int(String(decoding: parts[index + 1], as: UTF8.self)) : nil)
    }
    cut.withLock { $0[key] = pieces }
    return pieces
  }

  /// A model that gives every value as the number of its field between marks.
  private struct Marked: MustacheParent {
    let names: [String]
    let values: [TemplateValue]

    func child(named name: String) -> Any? {
      guard let index = names.firstIndex(of: name) else { return nil }
      switch values[index] {
      case .flag: return true
      case .nothing: return Shown(renderText: "")
      case .text, .html: return Shown(renderText: "\u{0}\(index)\u{0}")
      }
    }
  }

  /// Text in the form that swift-mustache takes. Empty, it counts as absent, and still stops the search for its name further out.
  private struct Shown: MustacheParent, MustacheCustomRenderable {
    let renderText: String

    var isNull: Bool { renderText.isEmpty }

    func child(named name: String) -> Any? { nil }
  }
}
