internal import Files
internal import Diagnostics

/// Checks templates against the values they will be given.
///
/// swift-mustache shows an unknown name or partial as nothing, so a slip of the pen would silently empty a page. This walk follows
/// each template through its partials with the names of its model.
struct TemplateCheck {
  typealias Shapes = [String: TemplateShape]

  private let tags: [String: [TemplateTag]]
  private let sources: [String: SourceFile]

  init(sources: [String: SourceFile]) {
    self.sources = sources
    tags = sources.mapValues { TemplateTag.tags(in: $0.bytes) }
  }

  /// Checks one page template and all it includes.
  func check(template name: String, shapes: Shapes) throws(Templates.Fault) {
    guard sources[name] != nil else { preconditionFailure("no template \(name) is embedded") }
    try check(name, shapes: shapes, path: [])
  }

  /// - Parameter path: the templates that lead here; a template that includes itself would never end.
  private func check(_ name: String, shapes: Shapes, path: [String]) throws(Templates.Fault) {
    for tag in tags[name] ?? [] {
      switch tag.kind {
      case .text: try expect(tag, in: name, shapes: shapes, isHTML: false)
      case .html: try expect(tag, in: name, shapes: shapes, isHTML: true)
      case .section, .inverted:
        guard shapes[tag.name] != nil else { throw unknown(tag, in: name, shapes: shapes) }
      case .partial, .parent: try follow(tag, from: name, shapes: shapes, path: path)
      case .block, .end, .comment: break
      case .unsupported: throw fault(tag, in: name, "`{{\(tag.name)}}` is a form of tag that page templates do not use")
      }
    }
  }

  private func follow(_ tag: TemplateTag, from name: String, shapes: Shapes, path: [String]) throws(Templates.Fault) {
    guard sources[tag.name] != nil else {
      throw fault(tag, in: name, "no partial `\(tag.name)` exists" + Spelling.suggestion(for: tag.name, among: sources.keys.sorted()))
    }
    guard tag.name != name, !path.contains(tag.name) else {
      throw fault(tag, in: name, "`\(tag.name)` includes itself, which would never end")
    }
    try check(tag.name, shapes: shapes, path: path + [name])
  }

  private func expect(_ tag: TemplateTag, in name: String, shapes: Shapes, isHTML: Bool) throws(Templates.Fault) {
    switch shapes[tag.name] {
    case nil: throw unknown(tag, in: name, shapes: shapes)
    case .text: if isHTML { throw fault(tag, in: name, "`\(tag.name)` is text: write {{\(tag.name)}}, which escapes it") }
    case .html: if !isHTML { throw fault(tag, in: name, "`\(tag.name)` is HTML: write {{{\(tag.name)}}}") }
    case .flag:
      throw fault(tag, in: name, "`\(tag.name)` is not a text: open it with {{#\(tag.name)}}")
    }
  }

  private func unknown(_ tag: TemplateTag, in name: String, shapes: Shapes) -> Templates.Fault {
    let known = shapes.keys.sorted()
    return fault(tag, in: name, "nothing is called `\(tag.name)` here" + Spelling.suggestion(for: tag.name, among: known))
  }

  private func fault(_ tag: TemplateTag, in name: String, _ message: String) -> Templates.Fault {
    guard let source = sources[name] else { preconditionFailure("a tag of a template that is not there") }
    return Templates.Fault(path: source.path, position: source.position(at: tag.offset), message: message)
  }
}

/// A tag of a Mustache template.
struct TemplateTag: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case text, html, section, inverted, end, partial, parent, block, comment, unsupported
  }

  let kind: Kind
  let name: String
  /// Byte offset of its first brace.
  let offset: Int

  /// The tags of a template in order. What is not well-formed has been refused by the parser before.
  static func tags(in bytes: [UInt8]) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    var offset = 0
    while let start = bytes[offset...].range(ofBytes: "{{".utf8)?.lowerBound {
      guard let end = bytes[(start + 2)...].range(ofBytes: "}}".utf8)?.lowerBound else { break }
      tags.append(tag(String(decoding: bytes[(start + 2)..<end], as: UTF8.self), offset: start))
      offset = end + 2
      if tags.last?.kind == .html, offset < bytes.count, bytes[offset] == UInt8(ascii: "}") { offset += 1 }
    }
    return tags
  }

  /// A template that shows every value as it is: `{{name}}` becomes `{{{name}}}`.
  static func withoutEscaping(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    var position = 0
    for tag in tags(in: bytes) where tag.kind == .text {
      out += bytes[position..<tag.offset]
      out += "{{{\(tag.name)}}}".utf8
      position = bytes[tag.offset...].range(ofBytes: "}}".utf8)?.upperBound ?? bytes.count
    }
    return String(decoding: out + bytes[position...], as: UTF8.self)
  }

  private static func tag(_ text: String, offset: Int) -> TemplateTag {
    let kinds: [Character: Kind] = [
      "{": .html, "&": .html, "#": .section, "^": .inverted, "/": .end, ">": .partial, "<": .parent, "$": .block, "!": .comment,
      "=": .unsupported, "%": .unsupported,
    ]
    let content = text.drop(while: \.isWhitespace)
    var kind = content.first.flatMap { kinds[$0] }
    let name = String((kind == nil ? content : content.dropFirst()).filter { !$0.isWhitespace })
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "/" }
    if !isPlain, kind != .comment, kind != .unsupported { kind = .unsupported }
    return TemplateTag(kind: kind ?? .text, name: kind == .unsupported ? String(content) : name, offset: offset)
  }
}
