/// A row of a list: the way to another page, a line about it, and a fact at the end.
struct Row: TemplateModel {
  static let template = "row"

  let title: String
  let href: String
  var detail: String?
  var fact: HTML?

  static let fields: TemplateFields<Row> = [
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

  /// The lists of a page; nothing when there are none.
  static func html(_ sections: [RowSection], _ templates: Templates) -> HTML {
    templates.render(all: sections.map { $0.rendered(templates) })
  }

  func rendered(_ templates: Templates) -> RenderedSection {
    RenderedSection(id: id, title: title, rows: templates.render(all: rows))
  }
}

/// A titled list whose rows are HTML already.
struct RenderedSection: TemplateModel {
  static let template = "section"

  let id: String
  let title: String
  let rows: HTML

  static let fields: TemplateFields<RenderedSection> = [
    "id": .text { $0.id },
    "title": .text { $0.title },
    "rows": .html { $0.rows },
  ]
}
