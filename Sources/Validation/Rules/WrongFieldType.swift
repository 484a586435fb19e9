package import Diagnostics
internal import Files
internal import JSON
package import Library

package enum WrongFieldType: Rule {
  package static let id = "wrong-field-type"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.error
  package static let summary = "A field of `module.json` has the wrong type"
  package static let why = """
    A loader that expects a text and finds a number either fails or shows nonsense. `dependencies` is an array of ids; the public \
    client refuses the object of ids and version ranges that npm has, which only `preset: none` allows. `installation` and \
    `repository` may be an object or a text, `contents` and `features` an object or an array.
    """
  package static let bad = Sample.manifest(("\"1.0.0\"", "«1.0»"), ("\"dependencies\": []", "\"dependencies\": «{}»")).underAugx
  package static let good = Sample.manifest().underAugx

  package static func check(_ library: Library) -> [Finding] {
    let isStrict = library.configuration.preset == .augx
    return library.modules.flatMap { module in
      ManifestField.all.flatMap { field -> [Finding] in
        guard let value = ManifestField.value(at: field.path, in: module.manifest.root) else { return [] }
        if isStrict, field.path == ["dependencies"], value.array == nil { return [dependencies(value, of: module)] }
        if value.isNull { return [] }
        if !field.types.contains(value.kind.name) {
          return [finding(module, value, "`\(field.name)`", expected: field.types.joined(separator: " or "))]
        }
        return elements(value, of: field, in: module)
      }
    }
  }

  private static func finding(_ module: Module, _ value: JSONValue, _ name: String, expected: String, fix: Fix? = nil) -> Finding {
    finding(
      module.manifest.source.path,
      value.span,
      "\(name) is \(value.kind.name), not \(expected)",
      why: "readers that expect \(expected) fail on it",
      help: "write \(expected)",
      fix: fix
    )
  }

  /// The elements of a list, or the ranges in an object of dependencies, that are no texts.
  private static func elements(_ value: JSONValue, of field: ManifestField, in module: Module) -> [Finding] {
    guard let expected = field.elements else { return [] }
    if let members = value.object {
      return firstFindings(members.filter { $0.value.kind.name != expected && !$0.value.isNull }) { member in
        finding(module, member.value, "the range of `\(member.key)`", expected: expected)
      }
    }
    return firstFindings((value.array ?? []).filter { $0.kind.name != expected }) { element in
      finding(module, element, "an element of `\(field.name)`", expected: expected)
    }
  }

  // MARK: Dependencies

  private static func dependencies(_ value: JSONValue, of module: Module) -> Finding {
    let source = module.manifest.source
    let isSound = !module.manifest.faults.contains(where: \.breaksGrammar)
    let fix = value.object.flatMap { members -> Fix? in
      guard isSound else { return nil }
      let title = members.isEmpty ? "write `[]`" : "write the ids as an array, without their ranges"
      return Fix(title: title, span: source.span(value.span), replacement: array(of: members, at: value.span, in: source))
    }
    return finding(module, value, "`dependencies`", expected: "an array", fix: fix)
  }

  /// The keys of an object as an array, with the spaces and line breaks that are between them.
  private static func array(of members: [JSONMember], at span: Range<Int>, in source: SourceFile) -> String {
    var text = "["
    var end = span.lowerBound + 1
    for member in members {
      text += source.text(end..<member.keySpan.upperBound)
      end = member.value.span.upperBound
    }
    return text + source.text(end..<(span.upperBound - 1)) + "]"
  }
}
