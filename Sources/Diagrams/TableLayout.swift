/// Where the tables of a schema stand and their links run: a layer for each step of references, from what is referred to on the left
/// to what refers on the right. Lines have right angles and run between the layers, or below all tables where they pass one.
struct TableLayout {
  struct Box {
    var x = 0
    var y = 0
    let width: Int
    let height: Int
  }

  /// A line from a table that is referred to to one that refers.
  struct Line {
    /// The corners, first at the right side of the one, last at the left side of the other.
    let points: [(x: Int, y: Int)]
  }

  private(set) var boxes: [Box]
  private(set) var lines: [Line] = []
  private(set) var width = 0
  private(set) var height = 0

  /// In pixels. A character is 8 wide: no font of `--mono` has wider ones at 13 pixels.
  static let row = 22
  static let head = 26
  static let character = 8
  static let padding = 10
  /// The column with `PK` or `FK`.
  static let key = 30
  private static let betweenLayers = 44
  private static let betweenTables = 24
  private static let betweenLines = 9

  private let layers: [Int]
  private let schema: TableSchema

  init(_ schema: TableSchema) {
    self.schema = schema
    layers = Self.layers(of: schema)
    boxes = schema.tables.map { table in
      let names = table.columns.map(\.name.unicodeScalars.count).max() ?? 0
      let types = table.columns.map(\.type.unicodeScalars.count).max() ?? 0
      let columns = table.columns.isEmpty ? 0 : Self.key + (names + types + 2) * Self.character
      let width = max(columns, table.name.unicodeScalars.count * Self.character) + 2 * Self.padding
      return Box(width: width, height: Self.head + table.columns.count * Self.row)
    }
    place()
  }

  /// The layer of each table: one behind the last that it refers to. A circle of references is cut where it closes.
  private static func layers(of schema: TableSchema) -> [Int] {
    var layers: [Int?] = Array(repeating: nil, count: schema.tables.count)
    var isOnWay = Array(repeating: false, count: schema.tables.count)
    // As deep as there are tables, of which `TableReader` lets through a dozen.
    func layer(_ table: Int) -> Int {
      if let known = layers[table] { return known }
      if isOnWay[table] { return -1 }
      isOnWay[table] = true
      let layer = 1 + (schema.links.filter { $0.table == table && $0.target != table }.map { layer($0.target) }.max() ?? -1)
      layers[table] = layer
      return layer
    }
    return schema.tables.indices.map(layer)
  }

  // MARK: Places

  private mutating func place() {
    let last = layers.max() ?? 0
    // How many lines run before each layer, and behind the last.
    var tracks = Array(repeating: 0, count: last + 2)
    let routes = schema.links.map { link in
      let (start, end) = (layers[link.target] + 1, layers[link.table])
      defer {
        tracks[start] += 1
        if end != start { tracks[end] += 1 }
      }
      return (start: start, startTrack: tracks[start], end: end, endTrack: end == start ? tracks[start] : tracks[end])
    }
    var gaps: [Int] = []
    var x = 0
    for layer in 0...last + 1 {
      let isOutside = layer == 0 || layer == last + 1
      let space = tracks[layer] == 0 && isOutside ? 0 : Self.betweenLayers + max(0, tracks[layer] - 1) * Self.betweenLines
      gaps.append(x + Self.betweenLayers / 2)
      x += space
      let members = layers.indices.filter { layers[$0] == layer }
      stack(members, at: x)
      x += members.map { boxes[$0].width }.max() ?? 0
    }
    width = x
    height = boxes.map { $0.y + $0.height }.max() ?? 0
    for (link, route) in zip(schema.links, routes) {
      let start = gaps[route.start] + route.startTrack * Self.betweenLines
      draw(link, start: start, end: route.start == route.end ? nil : gaps[route.end] + route.endTrack * Self.betweenLines)
    }
  }

  /// Stacks the tables of a layer, those first whose targets stand higher.
  private mutating func stack(_ tables: [Int], at x: Int) {
    let heights = tables.map { table in
      let targets = schema.links.filter { $0.table == table && layers[$0.target] < layers[table] }.map { boxes[$0.target].y }
      return (table, targets.isEmpty ? 0 : targets.reduce(0, +) / targets.count)
    }
    var y = 0
    for (table, _) in heights.sorted(by: { ($0.1, $0.0) < ($1.1, $1.0) }) {
      (boxes[table].x, boxes[table].y) = (x, y)
      y += boxes[table].height + Self.betweenTables
    }
  }

  /// - Parameter end: where the line comes up again before the table that refers; nil when one corner will do.
  private mutating func draw(_ link: TableSchema.Link, start: Int, end: Int?) {
    let (from, to) = (boxes[link.target], boxes[link.table])
    let first = (x: from.x + from.width, y: Self.middle(of: link.targetColumn, in: from))
    let last = (x: to.x, y: Self.middle(of: link.column, in: to))
    guard let end else {
      lines.append(Line(points: [first, (start, first.y), (start, last.y), last]))
      return
    }
    height += Self.betweenLines + 5
    lines.append(Line(points: [first, (start, first.y), (start, height), (end, height), (end, last.y), last]))
  }

  private static func middle(of column: Int?, in box: Box) -> Int {
    box.y + (column.map { head + $0 * row + row / 2 } ?? head / 2)
  }
}
