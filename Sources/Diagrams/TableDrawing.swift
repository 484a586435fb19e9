internal import Markdown

/// Draws a schema as SVG that stands in a page: its colours are those of the page, and it is one picture with a name to screen readers.
package struct TableDrawing {
  private let schema: TableSchema
  private let layout: TableLayout
  private var out: [UInt8] = []
  /// Lines and their ends reach over the boxes by as much.
  private static let margin = 2

  /// - Parameter id: starts the ids of its parts, unique in the page.
  package static func svg(of schema: TableSchema, id: String) -> [UInt8] {
    var drawing = TableDrawing(schema)
    drawing.draw(id: id)
    return drawing.out
  }

  private init(_ schema: TableSchema) {
    self.schema = schema.clipped
    layout = TableLayout(self.schema)
  }

  private mutating func draw(id: String) {
    let (width, height) = (layout.width + 2 * Self.margin, layout.height + 2 * Self.margin)
    out += "<svg role=\"img\" aria-labelledby=\"\(id)-title \(id)-text\" width=\"\(width)\" height=\"\(height)\" ".utf8
    out += "viewBox=\"\(-Self.margin) \(-Self.margin) \(width) \(height)\">\n<title id=\"\(id)-title\">".utf8
    out.appendEscaped("Tables: " + schema.tables.map(\.name).joined(separator: ", "))
    out += "</title>\n<desc id=\"\(id)-text\">".utf8
    out.appendEscaped(schema.sentences.joined(separator: " "))
    out.appendLiteral("</desc>\n")
    for line in layout.lines { drawLine(line) }
    for (table, box) in zip(schema.tables, layout.boxes) { drawTable(table, box) }
    out.appendLiteral("</svg>\n")
  }

  /// A line with a bar at the one row that is referred to, and a crow's foot at the many that refer.
  private mutating func drawLine(_ line: TableLayout.Line) {
    guard let first = line.points.first, let last = line.points.last else { return }
    out += "<path class=\"line\" d=\"M\(first.x) \(first.y)".utf8
    for point in line.points.dropFirst() { out += "L\(point.x) \(point.y)".utf8 }
    out += "M\(first.x + 8) \(first.y - 5)v10M\(last.x) \(last.y - 5)l-10 5l10 5\"/>\n".utf8
  }

  private mutating func drawTable(_ table: TableSchema.Table, _ box: TableLayout.Box) {
    let (right, bottom) = (box.width - 10, box.height - 5)
    // A box with round corners of radius 5, its head once more in another ground.
    out += "<path class=\"box\" d=\"M\(box.x + 5) \(box.y)h\(right)a5 5 0 0 1 5 5v\(bottom - 5)a5 5 0 0 1-5 5h-\(right)".utf8
    out += "a5 5 0 0 1-5-5v-\(bottom - 5)a5 5 0 0 1 5-5z\"/>\n".utf8
    let isBare = table.columns.isEmpty
    out += "<path class=\"head\" d=\"M\(box.x + 5) \(box.y)h\(right)a5 5 0 0 1 5 5v\(TableLayout.head - (isBare ? 10 : 5))".utf8
    out += isBare ? "a5 5 0 0 1-5 5h-\(right)a5 5 0 0 1-5-5v-16a5 5 0 0 1 5-5z\"/>\n".utf8 : "h-\(box.width)v-21a5 5 0 0 1 5-5z\"/>\n".utf8
    let left = box.x + TableLayout.padding
    drawText(table.name, "name", left, box.y + 17)
    for (index, column) in table.columns.enumerated() {
      let y = box.y + TableLayout.head + index * TableLayout.row + 15
      let key = column.isPrimary ? "PK" : column.isForeign ? "FK" : ""
      if !key.isEmpty { drawText(key, "key", left, y) }
      drawText(column.name, "column", left + TableLayout.key, y)
      if !column.type.isEmpty { drawText(column.type, "type", box.x + box.width - TableLayout.padding, y) }
    }
  }

  private mutating func drawText(_ text: String, _ part: String, _ x: Int, _ y: Int) {
    out += "<text class=\"\(part)\" x=\"\(x)\" y=\"\(y)\">".utf8
    out.appendEscaped(text)
    out.appendLiteral("</text>\n")
  }
}

extension TableSchema {
  /// With names of at most 40 characters and types of 24.
  fileprivate var clipped: TableSchema {
    func clip(_ text: String, _ limit: Int) -> String {
      text.unicodeScalars.count <= limit ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit - 1))) + "\u{2026}"
    }
    var schema = self
    schema.tables = tables.map { table in
      let columns = table.columns.map {
        Column(name: clip($0.name, 40), type: clip($0.type, 24), isPrimary: $0.isPrimary, isForeign: $0.isForeign)
      }
      return Table(name: clip(table.name, 40), columns: columns)
    }
    return schema
  }
}
