import Foundation
import TestSupport

/// The built program, run as a user runs it.
enum Tool {
  struct Run {
    let code: Int32
    let out: String
    let talk: String
  }

  /// The program lies beside the test bundle.
  private static let executable: URL = {
    let arguments = CommandLine.arguments
    let bundle = arguments.firstIndex(of: "--test-bundle-path").flatMap { arguments.indices.contains($0 + 1) ? arguments[$0 + 1] : nil }
    return URL(fileURLWithPath: bundle ?? arguments[0]).deletingLastPathComponent().appendingPathComponent("augury")
  }()

  /// Runs it in a folder and waits for its end.
  static func run(_ arguments: String..., in folder: String = Repository.root, output: String? = nil) throws -> Run {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [:]
    // Files, not pipes: a full pipe would stop the program, and two of them cannot be read at once.
    let scratch = try Scratch()
    try scratch.put("out", "")
    try scratch.put("talk", "")
    process.standardOutput = FileHandle(forWritingAtPath: output ?? scratch["out"])
    process.standardError = FileHandle(forWritingAtPath: scratch["talk"])
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Run(code: process.terminationStatus, out: scratch.text("out") ?? "", talk: scratch.text("talk") ?? "")
  }
}
