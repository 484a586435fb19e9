internal import Foundation

/// The built program, run as a user runs it.
package enum Tool {
  /// It lies beside the test bundle.
  package static let path: String = {
    let arguments = CommandLine.arguments
    let bundle = arguments.firstIndex(of: "--test-bundle-path").flatMap { arguments.indices.contains($0 + 1) ? arguments[$0 + 1] : nil }
    return URL(fileURLWithPath: bundle ?? arguments[0]).deletingLastPathComponent().appendingPathComponent("augury").path
  }()

  /// Runs it in a folder and waits for its end.
  package static func run(_ arguments: String..., in folder: String = Repository.root, output: String? = nil) throws -> Program.Ending {
    try run(arguments, in: folder, output: output)
  }

  /// - Parameter input: what it reads from stdin.
  package static func run(
    _ arguments: [String],
    in folder: String = Repository.root,
    output: String? = nil,
    input: String = ""
  ) throws -> Program.Ending {
    try Program.run([path] + arguments, in: folder, output: output, input: input)
  }
}
