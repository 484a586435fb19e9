package import Diagnostics
internal import Files
package import Library

package enum PathCaseMismatch: Rule {
  package static let id = "path-case-mismatch"
  package static let group = RuleGroup.links
  package static let severity = Severity.error
  package static let summary = "A path differs from its file's name in upper and lower case"
  package static let why = """
    It works on a machine whose file system takes both for the same, and is broken on GitHub, in CI and on every Linux server: there \
    `Guide.md` and `guide.md` are two files.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - See «[the README](../Readme.md)» and «`rules/Other.md`».
    -- workflows/demo/rules/other.md --
    # Other

    - A list.
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - See [the README](../README.md) and `rules/other.md`.
    -- workflows/demo/rules/other.md --
    # Other

    - A list.
    """

  package static func check(_ library: Library) -> [Finding] {
    findings(in: library) { reference, place, page in
      guard case .otherCase(_, let actual) = reference.target else { return nil }
      return finding(
        reference.path,
        place,
        "`\(reference.written.shortened)` is written `\(Path.name(actual))` on the disk",
        why: "the file is `\(actual)`; upper and lower case make another name",
        help: "write the path as the file is named",
        fix: fix(reference, actual, place, page)
      )
    }
  }

  /// The path with the letters of the file's own, where it stands as it was read: not in a link's text or title.
  private static func fix(_ reference: Reference, _ actual: String, _ place: Range<Int>, _ page: MarkdownFile) -> Fix? {
    let written = String(reference.written.prefix { $0 != "#" && $0 != "?" })
    guard let right = corrected(written, as: actual) else { return nil }
    let starts = reference.form == .mention ? [""] : ["](", "](<", "]: ", "]: <"]
    let found = starts.lazy.compactMap { start in
      page.source.bytes[place].range(ofBytes: (start + written).utf8).map { $0.lowerBound + start.utf8.count..<$0.upperBound }
    }.first
    return found.map { Fix(title: "write `\(right)`", span: page.source.span($0), replacement: right) }
  }

  /// Part by part from the end, as long as parts differ in nothing but case.
  private static func corrected(_ written: String, as actual: String) -> String? {
    var parts = written.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var names = actual.split(separator: "/").map(String.init)
    for index in parts.indices.reversed() where !parts[index].isEmpty {
      guard let name = names.popLast(), parts[index].lowercased() == name.lowercased() else { break }
      parts[index] = name
    }
    let right = parts.joined(separator: "/")
    return right == written ? nil : right
  }
}
