import Diagnostics
import Files
import Library

/// A library with defects planted in it. Where `⟪broken-link⟫` stands, the rule of that name has to find something on that line; the
/// mark itself is taken out.
struct Planting {
  /// Where a finding is expected, or is: one line of a file.
  struct Place: Hashable, Comparable, CustomStringConvertible {
    let path: String
    /// From 1; 0 for a finding about a whole file or folder.
    let line: Int
    let rule: String

    var description: String { "\(path):\(line) \(rule)" }

    static func < (left: Self, right: Self) -> Bool { (left.path, left.line, left.rule) < (right.path, right.line, right.rule) }
  }

  private(set) var files: [String: [UInt8]]
  private(set) var expected: Set<Place>

  /// - Parameters:
  ///   - edits: each replaces a text that stands once in a file of ours.
  ///   - whole: what is expected for whole files or folders.
  /// - Throws: `Homeless` for an edit whose text does not stand exactly once.
  init(
    _ sound: [String: [UInt8]],
    edits: [(path: String, text: String, planted: String)],
    added: [String: [UInt8]],
    whole: [(path: String, rule: String)]
  ) throws {
    files = sound.merging(added) { _, new in new }
    expected = Set(whole.map { Place(path: $0.path, line: 0, rule: $0.rule) })
    for edit in edits {
      let pieces = files[edit.path].map { $0.pieces(around: Array(edit.text.utf8)) } ?? []
      guard pieces.count == 2 else { throw Homeless(path: edit.path, text: edit.text, count: pieces.count - 1) }
      files[edit.path] = pieces[0] + Array(edit.planted.utf8) + pieces[1]
    }
    for path in files.keys.sorted() { takeMarks(of: path) }
  }

  /// An edit that does not know where it belongs.
  struct Homeless: Error { let path: String, text: String, count: Int }

  /// States every character count anew, for what was planted has changed it.
  mutating func countAnew(exceptIn exceptions: Set<String>) {
    for module in Loader.load(SourceTree(files: files), configuration: Configuration()).modules {
      let right = module.statedCount
      for claim in module.claims where !exceptions.contains(claim.path) {
        files[claim.path]?.replaceSubrange(claim.range, with: Array(claim.text(for: right).utf8))
      }
    }
  }

  private mutating func takeMarks(of path: String) {
    let pieces = (files[path] ?? []).pieces(around: Array("⟪".utf8))
    var bytes = pieces.first ?? []
    for piece in pieces.dropFirst() {
      let parts = piece.pieces(around: Array("⟫".utf8))
      expected.insert(Place(path: path, line: bytes.count { $0 == 0x0A } + 1, rule: String(decoding: parts[0], as: UTF8.self)))
      bytes += parts.dropFirst().joined()
    }
    files[path] = bytes
  }

  /// The findings as places.
  static func places(_ findings: [Finding], in library: Library) -> Set<Place> {
    Set(
      findings.map { finding in
        let line = finding.range.flatMap { range in library.tree.file(finding.path)?.position(at: range.lowerBound).line }
        return Place(path: finding.path, line: line ?? 0, rule: finding.rule)
      }
    )
  }
}

extension [UInt8] {
  /// What stands between the occurrences of a text.
  fileprivate func pieces(around text: [UInt8]) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var rest = self[...]
    while let found = rest.range(ofBytes: text) {
      pieces.append(Array(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return pieces + [Array(rest)]
  }
}
