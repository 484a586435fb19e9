internal import Diagnostics
internal import Yams

extension ConfigurationReader {
  private static let collectionKeys = ["id", "title", "summary", "pattern", "comparison"]
  private static let comparisonKeys = ["heading", "fact", "value", "note", "ids", "labels"]
  /// The most collections: each may hold every page of a library and shows it twice.
  private static let mostCollections = 20
  /// The most labels of a comparison: each is a column.
  private static let mostLabels = 6

  /// A list of collections.
  mutating func readCollections(_ value: Node) {
    guard let list = value.sequence else { return fail(value, "`collections` is a list of maps, each with `id`, `title` and `pattern`") }
    guard list.count <= Self.mostCollections else { return fail(value, "a library has at most \(Self.mostCollections) collections") }
    for item in list { readCollection(item) }
  }

  private mutating func readCollection(_ value: Node) {
    guard let map = value.mapping else { return fail(value, "a collection is a map with `id`, `title` and `pattern`") }
    var texts: [String: String] = [:]
    var comparison: CollectionDefinition.Comparison?
    for (key, value) in map {
      let name = key.string ?? ""
      if !Self.collectionKeys.contains(name) {
        fail(key, "unknown key `\(name)` of a collection" + Spelling.suggestion(for: name, among: Self.collectionKeys))
      } else if name == "comparison" {
        comparison = readComparison(value)
      } else {
        texts[name] = text(value, of: name)
      }
    }
    guard let id = texts["id"], let title = texts["title"], let written = texts["pattern"], let place = map["pattern"] else {
      for name in ["id", "title", "pattern"] where map[name] == nil { fail(value, "a collection has a `\(name)`") }
      return
    }
    guard Self.isSlug(id) else {
      return fail(map["id"] ?? value, "the id of a collection has lower-case letters, digits and hyphens, and starts with a letter")
    }
    guard !configuration.collections.contains(where: { $0.id == id }) else {
      return fail(map["id"] ?? value, "the collection `\(id)` is there already")
    }
    guard let pattern = FilePattern(written) else {
      return fail(place, "a pattern is the path of files in a module, such as `rules/system-*.md`, or `module:path`")
    }
    let summary = texts["summary"] ?? ""
    configuration.collections.append(
      CollectionDefinition(id: id, title: title, summary: summary, pattern: pattern, patternSpan: span(place), comparison: comparison)
    )
  }

  private mutating func readComparison(_ value: Node) -> CollectionDefinition.Comparison? {
    guard let map = value.mapping else {
      fail(value, "`comparison` is a map with a `heading`")
      return nil
    }
    var texts: [String: String] = [:]
    var labels: [String] = []
    for (key, value) in map {
      let name = key.string ?? ""
      if !Self.comparisonKeys.contains(name) {
        fail(key, "unknown key `\(name)` of a comparison" + Spelling.suggestion(for: name, among: Self.comparisonKeys))
      } else if name == "labels" {
        labels = self.texts(value, of: name) ?? []
        if labels.count > Self.mostLabels { fail(value, "a comparison has at most \(Self.mostLabels) labels") }
      } else {
        texts[name] = text(value, of: name)
      }
    }
    guard let heading = texts["heading"] else {
      if map["heading"] == nil { fail(value, "a comparison has a `heading`, under which each member has its table") }
      return nil
    }
    return .init(
      heading: heading,
      fact: texts["fact"],
      value: texts["value"],
      note: texts["note"],
      ids: texts["ids"],
      labels: labels
    )
  }

  /// A text with something in it.
  private mutating func text(_ value: Node, of key: String) -> String? {
    if let text = value.string?.trimmed, !text.isEmpty { return text }
    fail(value, "`\(key)` is a text")
    return nil
  }
}
