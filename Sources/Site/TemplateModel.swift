private import Mustache

/// What a template can read from a value: its fields, each with a name and a shape.
///
/// One table says both what a name gives and which names exist, so that the check of the templates cannot disagree with the pages.
protocol TemplateModel: Sendable {
  static var fields: [String: TemplateField<Self>] { get }
}

/// A value of a page and how to read it.
struct TemplateField<Model: Sendable>: Sendable {
  let shape: TemplateShape
  /// The value as swift-mustache takes it.
  let read: @Sendable (Model) -> any Sendable

  /// Text, escaped where it is shown. An empty text counts as absent.
  static func text(_ read: @escaping @Sendable (Model) -> String?) -> Self {
    Self(shape: .text) { Shown(renderText: read($0).map(HTMLText.escaped) ?? "") }
  }

  /// Ready-made HTML, shown as it is.
  static func html(_ read: @escaping @Sendable (Model) -> String?) -> Self {
    Self(shape: .html) { Shown(renderText: read($0) ?? "") }
  }

  static func flag(_ read: @escaping @Sendable (Model) -> Bool) -> Self {
    Self(shape: .flag) { read($0) }
  }

  /// A value with fields of its own, or nothing.
  static func part<Part: TemplateModel>(_ read: @escaping @Sendable (Model) -> Part?) -> Self {
    Self(shape: .section(Part.shapes)) { model in
      guard let part = read(model) else { return Shown(renderText: "") }
      return Readable(model: part)
    }
  }

  static func list<Part: TemplateModel>(_ read: @escaping @Sendable (Model) -> [Part]) -> Self {
    Self(shape: .section(Part.shapes)) { model in read(model).map(Readable.init) }
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
private struct Shown: MustacheParent, MustacheCustomRenderable, Sendable {
  let renderText: String

  var isNull: Bool { renderText.isEmpty }

  func child(named name: String) -> Any? { nil }
}
