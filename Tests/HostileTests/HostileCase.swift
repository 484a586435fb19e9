import Files
import Library
import TestSupport
import Testing

/// A library that means harm, and what has to come of it.
struct HostileCase: Sendable, CustomTestStringConvertible {
  let name: String
  /// Puts the library on disk or into memory.
  let source: Source
  /// The rules that find something, sorted; none when the input is harmless as it is, or the configuration stops the build. Nil where
  /// what they find depends on letters that the case is not about.
  let rules: [String]?
  /// What else must hold.
  let also: @Sendable (Outcome) -> Bool

  enum Source: Sendable {
    case memory([String: [UInt8]])
    /// For what only a disk has. The folder is empty but for a sound module.
    case disk(@Sendable (HostilePlace) throws -> Void)
  }

  /// What a build has come to.
  struct Outcome {
    let pipeline: Pipeline
    /// The paths of what was written, in byte order.
    let written: [String]

    func page(_ path: String) -> String {
      pipeline.files.first { $0.path == path }.map { String(decoding: $0.render(), as: UTF8.self) } ?? ""
    }
  }

  var testDescription: String { name }

  /// A case of files that are put beside, or in place of, those of the sound module.
  init(_ name: String, _ files: [String: String], rules: [String]? = [], also: @escaping @Sendable (Outcome) -> Bool = { _ in true }) {
    self.init(name, bytes: files.mapValues { Array($0.utf8) }, rules: rules, also: also)
  }

  init(_ name: String, bytes: [String: [UInt8]], rules: [String]? = [], also: @escaping @Sendable (Outcome) -> Bool = { _ in true }) {
    self.name = name
    source = .memory(HostileCase.sound.merging(bytes) { _, new in new })
    self.rules = rules
    self.also = also
  }

  init(
    _ name: String,
    rules: [String]? = [],
    also: @escaping @Sendable (Outcome) -> Bool = { _ in true },
    disk: @escaping @Sendable (HostilePlace) throws -> Void
  ) {
    self.name = name
    source = .disk(disk)
    self.rules = rules
    self.also = also
  }

  /// The folder of the sound module.
  static let module = "workflows/demo"

  /// A module without a fault, in a library that does not ask for counts: they would be wrong with every change.
  static let sound: [String: [UInt8]] = {
    var files = LibraryText(SoundModule.text).files
    files["augury.yml"] = Array("preset: none\nrules: { stale-character-count: off, module-over-budget: off }\n".utf8)
    return files
  }()
}

extension String {
  /// The text many times over.
  static func * (text: String, count: Int) -> String { String(repeating: text, count: count) }
}
