internal import Diagnostics
internal import JSON
internal import Library

/// Fields of a `module.json` under a misspelt name or at another place than readers look at. Each explains why the field itself is
/// missing, so that nobody reports that as well.
struct FieldSlips {
  struct Slip {
    /// What stands in the file.
    let member: JSONMember
    /// Where it is looked for.
    let path: [String]
    /// Whether nothing stands there.
    let isAbsent: Bool
  }

  /// Members whose key is one edit away from that of a known field which their object lacks.
  let misspelt: [Slip]
  /// Members at the top that belong in `augment`, and in `augment` that belong at the top.
  let misplaced: [Slip]

  init(of manifest: Manifest, under preset: Configuration.Preset) {
    misspelt = FieldSlips.misspelt(in: manifest.root)
    misplaced = FieldSlips.misplaced(in: manifest.root, under: preset)
  }

  /// Whether a field, or one below it, stands under another name or at another place.
  func explainAbsence(of path: [String]) -> Bool {
    (misspelt + misplaced).contains { $0.path.starts(with: path) }
  }

  /// Whether fields that belong below a path stand elsewhere.
  func areMisplaced(under path: some Sequence<String>) -> Bool {
    misplaced.contains { $0.path.starts(with: path) }
  }

  // MARK: Misspelt

  private static func misspelt(in root: JSONValue?) -> [Slip] {
    [[], ["augment"], ["augment", "appliesTo"]].flatMap { parent in
      let members = ManifestField.value(at: parent, in: root)?.object ?? []
      let present = Set(members.map(\.key))
      let known = ManifestField.all.filter { $0.path.dropLast() == parent[...] }.map(\.key)
      let lacking = known.filter { !present.contains($0) }
      let accepted = Set(known)
      return members.compactMap { member -> Slip? in
        guard !accepted.contains(member.key), let meant = lacking.first(where: { isNear(member.key, to: $0) }) else { return nil }
        return Slip(member: member, path: parent + [meant], isAbsent: true)
      }
    }
  }

  /// Whether two keys differ by one edit, letter case and separators left out: `displayname`, `display_name`, `descripton`.
  private static func isNear(_ key: String, to known: String) -> Bool {
    guard key.utf8.count <= known.utf8.count + 3, key.utf8.count + 1 >= known.utf8.count else { return false }
    let bare = key.lowercased().filter { $0 != "_" && $0 != "-" }
    let known = known.lowercased()
    // One edit leaves the first letter or the last one; most keys are told apart by that.
    guard bare.utf8.first == known.utf8.first || bare.utf8.last == known.utf8.last else { return false }
    return Spelling.distance(bare, known) <= 1
  }

  // MARK: Misplaced

  private static func misplaced(in root: JSONValue?, under preset: Configuration.Preset) -> [Slip] {
    let augment = root?["augment"]
    var slips = slip("characterCount", of: root, belongsTo: ["augment", "characterCount"], in: root).map { [$0] } ?? []
    guard preset == .augx else { return slips }
    let others =
      ["priority", "appliesTo", "subModules", "profiles"].map { slip($0, of: root, belongsTo: ["augment", $0], in: root) }
      + [root, augment].map { slip("filePatterns", of: $0, belongsTo: ["augment", "appliesTo", "filePatterns"], in: root) }
      + ["name", "version", "displayName", "description", "type", "tags", "dependencies"].map {
        slip($0, of: augment, belongsTo: [$0], in: root)
      }
    slips += others.compactMap { $0 }.filter(\.isAbsent)
    return slips
  }

  private static func slip(_ key: String, of object: JSONValue?, belongsTo path: [String], in root: JSONValue?) -> Slip? {
    guard let member = object?.member(key) else { return nil }
    return Slip(member: member, path: path, isAbsent: ManifestField.value(at: path, in: root) == nil)
  }
}
