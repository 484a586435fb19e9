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

  func value(of model: Model) -> TemplateValue {
    switch self {
    case .text(let read): read(model).flatMap { $0.isEmpty ? nil : .text($0) } ?? .nothing
    case .html(let read): read(model).flatMap { $0.isEmpty ? nil : .html($0) } ?? .nothing
    case .flag(let read): read(model) ? .flag : .nothing
    }
  }
}

/// What a field gives, once it has been read.
enum TemplateValue {
  case nothing, flag
  case text(String)
  case html(HTML)
}

/// What a name stands for in a template.
enum TemplateShape: Sendable {
  case text, html, flag
}

/// The fields of a model by name, in an order: a page is put together by their numbers.
struct TemplateFields<Model: Sendable>: Sendable, ExpressibleByDictionaryLiteral {
  let names: [String]
  let shapes: [TemplateShape]
  /// Reads all fields, in the order of their names.
  let values: @Sendable (Model) -> [TemplateValue]

  init(dictionaryLiteral elements: (String, TemplateField<Model>)...) {
    let fields = elements.map(\.1)
    self.init(names: elements.map(\.0), shapes: fields.map(\.shape)) { model in fields.map { $0.value(of: model) } }
  }

  private init(names: [String], shapes: [TemplateShape], values: @escaping @Sendable (Model) -> [TemplateValue]) {
    self.names = names
    self.shapes = shapes
    self.values = values
  }

  /// These fields and those of a part of the model. The part is taken out once for all of its fields: a frame is large.
  func adding<Part: Sendable>(_ other: TemplateFields<Part>, of part: @escaping @Sendable (Model) -> Part) -> Self {
    Self(names: names + other.names, shapes: shapes + other.shapes) { [values] in values($0) + other.values(part($0)) }
  }
}

extension TemplateModel {
  /// The names that a template may use.
  static var shapes: [String: TemplateShape] {
    Dictionary(zip(fields.names, fields.shapes), uniquingKeysWith: { first, _ in first })
  }
}
