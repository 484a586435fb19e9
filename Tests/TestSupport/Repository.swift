internal import Files
package import Library

/// The checkout that the tests run in.
package enum Repository {
  /// The folder of `Package.swift`, without a slash at its end.
  package static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()

  /// The library in a folder of the checkout, read from disk with its own configuration.
  package static func library(_ folder: String) throws -> Library {
    let tree = try Loader.read(root + "/" + folder)
    let configuration = tree.file(Configuration.fileName).map { Configuration.read($0).configuration } ?? Configuration()
    return Loader.load(tree, configuration: configuration)
  }
}
