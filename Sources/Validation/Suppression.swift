internal import Diagnostics
internal import Files
internal import Library
internal import Markdown

/// A directive `<!-- augury: ignore rule-id, rule-id - reason -->`: it silences findings of some rules on the next block.
struct Suppression {
  /// A rule as the directive names it, known or not.
  struct Name {
    let text: String
    let range: Range<Int>
  }

  let path: String
  let names: [Name]
  /// From the directive to the end of the next block. A heading is a block of its own, without what stands under it.
  let covered: Range<Int>

  /// Every suppression of a library that has the right form.
  static func all(in library: Library) -> [Suppression] {
    library.pages.flatMap { page in
      readings(in: page).compactMap { reading in
        if case .suppression(let suppression) = reading { suppression } else { nil }
      }
    }
  }

  /// Whether a rule exists and may be named: not what nothing lowers, and not the rules about directives themselves.
  static func canName(_ id: String) -> Bool {
    guard let rule = RuleRegistry.rule(id) else { return false }
    return rule.group != .format && ![MalformedDirective.id, UnknownRuleName.id, UnusedSuppression.id].contains(id)
  }
}

extension Suppression {
  /// What a directive of a page is.
  enum Reading {
    case suppression(Suppression)
    case malformed(Fault)
    /// A directive that other parts of Augury read.
    case other
  }

  /// What is wrong with a directive, and where.
  struct Fault {
    let range: Range<Int>
    let headline: String
    let help: String
  }

  private static let form = "write `<!-- augury: ignore rule-id - reason -->`"
  /// The names of directives (`product.md` section 4).
  private static let directives = ["ignore", "setup", "defaults"]

  /// Every directive of a page, in its order.
  static func readings(in page: MarkdownFile) -> [Reading] {
    let directives = Directive.all(in: page)
    if directives.isEmpty { return [] }
    let blocks = Blocks(of: page.document)
    return directives.map { read($0, in: page, blocks) }
  }

  private static func read(_ directive: Directive, in page: MarkdownFile, _ blocks: Blocks) -> Reading {
    func malformed(_ headline: String, help: String = form) -> Reading {
      .malformed(Fault(range: directive.range, headline: headline, help: help))
    }
    guard directive.name == "ignore" else {
      if directives.contains(directive.name) { return .other }
      if directive.name.isEmpty { return malformed("this directive says nothing") }
      return malformed("unknown directive `\(directive.name)`" + Spelling.suggestion(for: directive.name, among: directives))
    }
    guard directive.isAlone else {
      return malformed(
        "this directive stands inside other text, where it silences nothing",
        help: "put it on a line of its own before the block"
      )
    }
    let (list, reason) = parts(of: directive.text)
    let names = names(list, of: directive, in: page)
    if names.isEmpty { return malformed("this directive names no rule") }
    if reason.isEmpty { return malformed("this directive gives no reason") }
    let covered = directive.range.upperBound..<max(directive.range.upperBound, blocks.end(ofFirstBehind: directive.range.upperBound))
    return .suppression(Suppression(path: page.path, names: names, covered: covered))
  }

  /// The list of rules and the reason, on both sides of the first dash that stands alone. Editors make a long dash of a short one.
  private static func parts(of text: String) -> (list: [Substring], reason: String) {
    let words = text.split(separator: " ")
    let dash = words.firstIndex { ["-", "–", "—"].contains($0) } ?? words.count
    let list = words[..<dash].flatMap { $0.split(separator: ",") }
    return (list, words.dropFirst(dash + 1).joined(separator: " "))
  }

  /// The named rules with their places, which are looked up one behind the other.
  private static func names(_ list: [Substring], of directive: Directive, in page: MarkdownFile) -> [Name] {
    var rest = page.source.bytes[directive.range]
    if let ignore = rest.range(ofBytes: "ignore".utf8) { rest = rest[ignore.upperBound...] }
    return list.map { name in
      let range = rest.range(ofBytes: name.utf8) ?? directive.range
      rest = rest[min(range.upperBound, rest.endIndex)...]
      return Name(text: String(name), range: range)
    }
  }
}

/// The blocks of a document in the order of their places. Blocks that are nothing but comments are left out: a reader does not see
/// them.
private struct Blocks {
  private let spans: [Range<Int>]
  private let end: Int

  init(of document: Document) {
    let spans = document.nodes.dropFirst().compactMap { node -> Range<Int>? in
      switch node.kind {
      case .htmlBlock(let literal): Directive.isComment(document.bytes(literal)) ? nil : node.span
      case .paragraph, .heading, .thematicBreak, .blockQuote, .alert, .list, .item, .taskItem, .codeBlock, .table, .footnoteDefinition:
        node.span
      default: nil
      }
    }
    // Footnotes are moved to the end of a tree, and a block starts where its first child does.
    self.spans = spans.enumerated().sorted { ($0.element.lowerBound, $0.offset) < ($1.element.lowerBound, $1.offset) }.map(\.element)
    end = document.nodes[0].span.upperBound
  }

  /// Where the first and outermost block ends that starts behind a place; the end of the document when none does.
  ///
  /// - Complexity: logarithmic in the number of blocks.
  func end(ofFirstBehind offset: Int) -> Int {
    var range = 0..<spans.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = spans[middle].lowerBound < offset ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound < spans.count ? spans[range.lowerBound].upperBound : end
  }
}
