package import Files
internal import JSON

/// A named set of files that is loaded together and has to fit a context budget (`product.md` section 7).
///
/// A module declares its own in `augment.profiles`, with paths in the module; `augury.yml` declares those over several modules. Either
/// may name a file of another module as `domain-rules/database:rules/indexing.md`.
package struct Profile: Sendable, Hashable {
  /// One file of it.
  package struct Entry: Sendable, Hashable {
    /// As the author wrote it.
    package let written: String
    /// The path in the library that this means.
    package let path: String
    package let span: SourceSpan
  }

  package let name: String
  /// The id of the module that declares it; nil for one of `augury.yml`.
  package let module: String?
  /// Where its name stands.
  package let span: SourceSpan
  package let entries: [Entry]

  package init(name: String, module: String?, span: SourceSpan, files: [(written: String, span: SourceSpan)]) {
    (self.name, self.module, self.span) = (name, module, span)
    entries = files.map { Entry(written: $0.written, path: Profile.path($0.written, in: module ?? ""), span: $0.span) }
  }

  /// `module:file` is a file of that module, anything else a file of the one that declares the profile. What leads out of the library
  /// stays as it is, and is found nowhere.
  private static func path(_ written: String, in module: String) -> String {
    let parts = written.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let (folder, file) = parts.count == 2 ? (String(parts[0]), String(parts[1])) : (module, written)
    return Path.resolve(file, from: folder) ?? written
  }

  /// The profiles that a module declares. What is of the wrong type is left out; a rule says so.
  static func profiles(of manifest: Manifest, module: String) -> [Profile] {
    (manifest.root?["augment"]?["profiles"]?.object ?? []).map { member in
      let files = (member.value.array ?? []).compactMap { value in
        value.string.map { (written: $0, span: manifest.source.span(value.span)) }
      }
      return Profile(name: member.key, module: module, span: manifest.source.span(member.keySpan), files: files)
    }
  }
}

extension Library {
  /// Every profile: those of `augury.yml`, then those of each module.
  package var profiles: [Profile] {
    configuration.profiles + modules.flatMap { Profile.profiles(of: $0.manifest, module: $0.id) }
  }

  /// Whether a file of a profile lies in a module that the configuration says is elsewhere.
  package func isElsewhere(_ entry: Profile.Entry) -> Bool {
    let module = entry.written.prefix { $0 != ":" }
    return module.count < entry.written.count && configuration.external.keys.contains(String(module))
  }

  /// The files of a profile that are there, each once, in its order.
  package func files(of profile: Profile) -> [SourceFile] {
    var seen: Set<String> = []
    return profile.entries.compactMap { seen.insert($0.path).inserted ? tree.file($0.path) : nil }
  }
}
