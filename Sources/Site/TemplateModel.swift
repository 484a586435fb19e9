/// What a template shows: a value, its fields, and which of them a template may name.
///
/// One table says both what a name gives and which names exist, so that the check of the templates cannot disagree with the pages. A
/// model has texts, HTML and flags; whatever is a list, or has fields of its own, has a template of its own too and comes as HTML.
protocol TemplateModel: Sendable {
  /// The name of its template.
  static var template: String { get }
  static var fields: TemplateFields<Self> { get }
}

/// A value of a page and how to read it.
enum TemplateField<Model: Sendable>: Sendable {
  /// Text, escaped where it is shown. An empty text counts as absent.
  case text(@Sendable (Model) -> String?)
  /// Ready-made HTML, shown as it is. Empty, it counts as absent.
  case html(@Sendable (Model) -> HTML?)
  case flag(@Sendable (Model) -> Bool)

  var shape: TemplateShape {
    switch self {
    case .text: .text
    case .html: .html
    case .flag: .flag
    }
  }

  /// The same field of a value that holds the model.
  func of<Whole: Sendable>(_ model: @escaping @Sendable (Whole) -> Model) -> TemplateField<Whole> {
    switch self {
    case .text(let read): .text { read(model($0)) }
    case .html(let read): .html { read(model($0)) }
    case .flag(let read): .flag { read(model($0)) }
    }
  }
}

/// What a name stands for in a template.
enum TemplateShape: Sendable {
  case text, html, flag
}

/// The fields of a model by name, in an order: a page is put together by their numbers.
struct TemplateFields<Model: Sendable>: Sendable, ExpressibleByDictionaryLiteral {
  let names: [String]
  let fields: [TemplateField<Model>]

  init(dictionaryLiteral elements: (String, TemplateField<Model>)...) {
    names = elements.map(\.0)
    fields = elements.map(\.1)
  }

  private init(names: [String], fields: [TemplateField<Model>]) {
    self.names = names
    self.fields = fields
  }

  /// These fields and those of a part of the model.
  func adding<Part: Sendable>(_ other: TemplateFields<Part>, of part: @escaping @Sendable (Model) -> Part) -> Self {
    Self(names: names + other.names, fields: fields + other.fields.map { $0.of(part) })
  }
}

extension TemplateModel {
  /// The names that a template may use.
  static var shapes: [String: TemplateShape] {
    Dictionary(zip(fields.names, fields.fields.map(\.shape)), uniquingKeysWith: { first, _ in first })
  }
}
