internal import Mustache

/// What a template can read from a value: its fields, each with a name and a shape.
///
/// One table says both what a name gives and which names exist, so that the check of the templates cannot disagree with the pages.
protocol TemplateModel: Sendable {
  static var fields: [String: TemplateField<Self>] { get }
}

/// A value of a page and how to read it.
enum TemplateField<Model: Sendable>: Sendable {
  /// Text, escaped where it is shown. An empty text counts as absent.
  case text(@Sendable (Model) -> String?)
  /// Ready-made HTML, shown as it is.
  case html(@Sendable (Model) -> String?)
  case flag(@Sendable (Model) -> Bool)
  /// A value or a list of values with fields of their own, in the form that swift-mustache takes.
  case section(@Sendable () -> [String: TemplateShape], @Sendable (Model) -> any Sendable)

  /// A value with fields of its own, or nothing.
  static func part<Part: TemplateModel>(_ read: @escaping @Sendable (Model) -> Part?) -> Self {
    .section(Part.shapes) { model in
      guard let part = read(model) else { return Shown(renderText: "") }
      return Readable(model: part)
    }
  }

  static func list<Part: TemplateModel>(_ read: @escaping @Sendable (Model) -> [Part]) -> Self {
    .section(Part.shapes) { model in read(model).map(Readable.init) }
  }

  var shape: TemplateShape {
    switch self {
    case .text: .text
    case .html: .html
    case .flag: .flag
    case .section(let shapes, _): .section(shapes)
    }
  }

  /// The same field of a value that holds the model.
  func of<Whole: Sendable>(_ model: @escaping @Sendable (Whole) -> Model) -> TemplateField<Whole> {
    switch self {
    case .text(let read): .text { read(model($0)) }
    case .html(let read): .html { read(model($0)) }
    case .flag(let read): .flag { read(model($0)) }
    case .section(let shapes, let read): .section(shapes) { read(model($0)) }
    }
  }

  /// The value as swift-mustache takes it.
  fileprivate func read(_ model: Model) -> any Sendable {
    switch self {
    case .text(let read): Shown(renderText: read(model).map(HTMLText.escaped) ?? "")
    case .html(let read): Shown(renderText: read(model) ?? "")
    case .flag(let read): read(model)
    case .section(_, let read): read(model)
    }
  }
}

/// What a name stands for in a template.
enum TemplateShape: Sendable {
  case text, html, flag
  /// A value or a list of values, with these names inside.
  case section(@Sendable () -> [String: TemplateShape])
}

extension TemplateModel {
  /// The names that a template may use.
  @Sendable static func shapes() -> [String: TemplateShape] {
    fields.mapValues(\.shape)
  }
}

/// A model in the form that swift-mustache reads without reflection.
struct Readable<Model: TemplateModel>: MustacheParent, Sendable {
  let model: Model

  func child(named name: String) -> Any? {
    Model.fields[name]?.read(model)
  }
}

/// HTML to be shown as it is. Empty, it counts as absent, and still stops the search for its name further out.
struct Shown: MustacheParent, MustacheCustomRenderable, Sendable {
  let renderText: String

  var isNull: Bool { renderText.isEmpty }

  func child(named name: String) -> Any? { nil }
}
