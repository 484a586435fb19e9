/// A row of a list: the way to another page, a line about it, and a fact at the end.
struct Row: TemplateModel {
  static let template = "row"

  let title: String
  let href: String
  var detail: String?
  /// As HTML.
  var fact: String?

  static let fields: [String: TemplateField<Row>] = [
    "title": .text { $0.title },
    "href": .text { $0.href },
    "detail": .text { $0.detail },
    "fact": .html { $0.fact },
  ]
}

/// A titled list of rows.
struct RowSection {
  let id: String
  let title: String
  let rows: [Row]

  /// The lists of a page as HTML; nothing when there are none.
  static func html(_ sections: [RowSection], _ templates: Templates) -> String {
    sections.map { section in
      let rows = section.rows.map { templates.render($0, with: Row.template) }.joined()
      return templates.render(RenderedSection(id: section.id, title: section.title, rows: rows), with: RenderedSection.template)
    }.joined()
  }
}

/// A titled list whose rows are HTML already.
struct RenderedSection: TemplateModel {
  static let template = "section"

  let id: String
  let title: String
  /// As HTML.
  let rows: String

  static let fields: [String: TemplateField<RenderedSection>] = [
    "id": .text { $0.id },
    "title": .text { $0.title },
    "rows": .html { $0.rows },
  ]
}
