import Foundation
import TestSupport

/// The built program, run as a user runs it.
enum Tool {
  struct Run {
    let code: Int32
    let out: String
    let talk: String
  }

  /// Runs it in a folder and waits for its end.
  static func run(_ arguments: String..., in folder: String = Repository.root, output: String? = nil) throws -> Run {
    try run(arguments, in: folder, output: output)
  }

  /// - Parameter input: what it reads from stdin; nothing when nil.
  static func run(
    _ arguments: [String],
    in folder: String = Repository.root,
    output: String? = nil,
    input: String? = nil
  ) throws -> Run {
    let process = Process()
    process.executableURL = BuiltProgram.url
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [:]
    // Files, not pipes: a full pipe would stop the program, and two of them cannot be read at once.
    let scratch = try Scratch()
    try scratch.put("out", "")
    try scratch.put("talk", "")
    process.standardOutput = FileHandle(forWritingAtPath: output ?? scratch["out"])
    process.standardError = FileHandle(forWritingAtPath: scratch["talk"])
    try scratch.put("input", input ?? "")
    process.standardInput = FileHandle(forReadingAtPath: scratch["input"])
    try process.run()
    process.waitUntilExit()
    return Run(code: process.terminationStatus, out: scratch.text("out") ?? "", talk: scratch.text("talk") ?? "")
  }
}
