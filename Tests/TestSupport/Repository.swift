/// The checkout that the tests run in.
package enum Repository {
  /// The folder of `Package.swift`, without a slash at its end.
  package static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()
}
