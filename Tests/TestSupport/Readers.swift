internal import Foundation
package import JSON

/// Programs in Python by others, which .ci/python installs: the real readers of the formats that Augury writes.
package enum Readers {
  private static let folder = Repository.root + "/.build/python/bin/"

  /// False only where the programs are missing and nobody promised them: in CI their absence is a failure.
  package static var isWanted: Bool {
    FileManager.default.isExecutableFile(atPath: folder + "python") || ProcessInfo.processInfo.environment["CI"] == "true"
  }

  /// Runs one of the programs.
  package static func run(_ program: String, _ arguments: [String]) throws -> (code: Int32, out: String) {
    let scratch = try Scratch()
    try scratch.put("out", "")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: folder + program)
    process.arguments = arguments
    process.standardOutput = FileHandle(forWritingAtPath: scratch["out"])
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, scratch.text("out") ?? "")
  }

  /// What a script in Python prints as JSON.
  package static func json(_ script: String, _ arguments: [String]) throws -> JSONValue {
    let (code, out) = try run("python", ["-c", script] + arguments)
    guard code == 0, let value = JSONReader.read(Array(out.utf8)).value else { throw CocoaError(.executableRuntimeMismatch) }
    return value
  }
}
