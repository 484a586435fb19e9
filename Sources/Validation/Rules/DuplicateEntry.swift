package import Diagnostics
internal import Files
internal import JSON
package import Library

package enum DuplicateEntry: Rule {
  package static let id = "duplicate-entry"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.warning
  package static let summary = "A list in `module.json` holds the same entry twice"
  package static let why = """
    A tag that stands twice is shown twice and counted twice, and it usually hides one that was meant instead. Judged are `tags`, \
    `keywords`, `dependencies` and `augment.appliesTo.filePatterns`; two tags that differ by letter case only are the same tag.
    """
  package static let bad = Sample.manifest(("[\"demo\"]", "[\"demo\", \"sql\", «\"demo\"»]"))
  package static let good = Sample.manifest(("[\"demo\"]", "[\"demo\", \"sql\"]"))

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module in
      ManifestField.all.filter { $0.elements != nil }.flatMap { duplicates(of: $0, in: module) }
    }
  }

  private static func duplicates(of field: ManifestField, in module: Module) -> [Finding] {
    guard let elements = ManifestField.value(at: field.path, in: module.manifest.root)?.array, elements.count > 1 else { return [] }
    let ignoresCase = ["tags", "keywords"].contains(field.key)
    var seen: [String: String] = [:]
    return firstFindings(elements.indices) { index in
      guard let text = elements[index].string else { return nil }
      let key = ignoresCase ? text.trimmed.lowercased() : text
      guard let first = seen.updateValue(text, forKey: key) else { return nil }
      seen[key] = first
      return finding(
        module.manifest.source.path,
        elements[index].span,
        "`\(text)` stands twice in `\(field.name)`" + (first == text ? "" : ", the first time as `\(first)`"),
        help: "remove one of the two",
        fix: first == text ? removal(of: elements[index], behind: elements[index - 1], in: module.manifest.source) : nil
      )
    }
  }

  /// Takes an element out with the comma before it; nil where more than a comma and white space stands there.
  private static func removal(of element: JSONValue, behind previous: JSONValue, in source: SourceFile) -> Fix? {
    let gap = source.bytes[previous.span.upperBound..<max(previous.span.upperBound, element.span.lowerBound)]
    guard gap.filter({ $0 > 0x20 }) == [UInt8(ascii: ",")] else { return nil }
    return Fix(title: "remove it", span: source.span(previous.span.upperBound..<element.span.upperBound), replacement: "")
  }
}
