/// A fenced block that names its engine, or the hidden set-up of a page, with the result that its author expects.
package struct RunnableFence: Sendable {
  /// The page it stands on.
  package let path: String
  /// The id of the page's module.
  package let module: String
  /// The system it is about.
  package let system: String
  /// The versions of the system that it is for; nil for any.
  package let versions: VersionRange?
  /// The range as its author wrote it; empty for none.
  package let versionText: String
  /// The name of the database; empty for that of the page.
  package let database: String
  /// The connection in its database.
  package let session: String
  /// A fence that says nothing, or `ok`, and has a result block expects its rows.
  package internal(set) var expectation: Expectation
  /// Why it is not to run (`run=no`); nil when it is.
  package let skipReason: String?
  /// The first word behind the fence, in lower case; empty for a set-up.
  package let language: String
  package let code: String
  /// The bytes of its block, or of its comment.
  package let block: Range<Int>
  /// The bytes of its first line, without the fence itself.
  package let heading: Range<Int>
  /// Whether it stands in a comment, where a reader does not see it.
  package let isSetup: Bool
  /// The result blocks that follow, at most one of which is for a version.
  package internal(set) var results: [ResultBlock] = []
  /// A hash over the engine, the code of all fences of its database up to this one, its expectation and its results.
  package internal(set) var hash = ""

  /// Where a page's fences share what they have made.
  package struct Place: Hashable, Sendable {
    package let system: String
    package let database: String
  }

  package var place: Place { Place(system: system, database: database) }

  /// The session of those who name none.
  static let mainSession = "main"
}

/// What a fence is expected to print: a block whose info string says `result`, or `result@18` for some versions.
package struct ResultBlock: Sendable, Hashable {
  /// Nil for every version.
  package let versions: VersionRange?
  /// The range as its author wrote it; empty for every version.
  package let versionText: String
  package let text: String
  /// The bytes of the whole block.
  package let block: Range<Int>
}

extension RunnableFence {
  /// The result block for a version: the first that is for it by name, else one for all. A version that is unknown has only the latter.
  package func result(for version: Version?) -> ResultBlock? {
    results.first { block in
      guard let versions = block.versions, let version else { return false }
      return versions.contains(version)
    } ?? results.first { $0.versions == nil }
  }
}
