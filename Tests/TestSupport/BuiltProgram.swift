package import Foundation

/// The program that the tests run as a user runs it.
package enum BuiltProgram {
  /// It lies beside the test bundle.
  package static let url: URL = {
    let arguments = CommandLine.arguments
    let bundle = arguments.firstIndex(of: "--test-bundle-path").flatMap { arguments.indices.contains($0 + 1) ? arguments[$0 + 1] : nil }
    return URL(fileURLWithPath: bundle ?? arguments[0]).deletingLastPathComponent().appendingPathComponent("augury")
  }()
}
