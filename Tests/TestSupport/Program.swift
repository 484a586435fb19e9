internal import Foundation

/// A program as a process. What it writes goes to files, not to pipes: a full pipe would stop it, and two cannot be read at once.
package final class Program {
  package struct Ending {
    /// The exit code; nil when a signal ended the process.
    package let code: Int32?
    /// What it wrote to stdout, and to stderr.
    package let out: String
    package let talk: String
  }

  private let process = Process()
  private let scratch: Scratch

  /// Starts a command; its first word is a path, or is looked for in PATH. Nothing of this process's environment is passed on but PATH.
  ///
  /// - Parameters:
  ///   - output: where its stdout goes, in place of what `Ending.out` tells.
  ///   - input: what it reads from stdin.
  package init(
    _ command: [String],
    in folder: String = "/",
    environment: [String: String] = [:],
    output: String? = nil,
    input: String = ""
  ) throws {
    scratch = try Scratch()
    let isPath = command[0].hasPrefix("/")
    process.executableURL = URL(fileURLWithPath: isPath ? command[0] : "/usr/bin/env")
    process.arguments = isPath ? Array(command.dropFirst()) : command
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = environment.merging(["PATH": path]) { given, _ in given }
    try scratch.put("out", "")
    try scratch.put("talk", "")
    process.standardOutput = FileHandle(forWritingAtPath: output ?? scratch["out"])
    process.standardError = FileHandle(forWritingAtPath: scratch["talk"])
    try scratch.put("input", input)
    process.standardInput = FileHandle(forReadingAtPath: scratch["input"])
    try process.run()
  }

  package var isRunning: Bool { process.isRunning }

  /// What it has said on stderr so far.
  package var talk: String { scratch.text("talk") ?? "" }

  /// Stops it at once, in the midst of what it does.
  package func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

  @discardableResult
  package func wait() -> Ending {
    process.waitUntilExit()
    let code = process.terminationReason == .exit ? process.terminationStatus : nil
    return Ending(code: code, out: scratch.text("out") ?? "", talk: talk)
  }

  @discardableResult
  package static func run(
    _ command: [String],
    in folder: String = "/",
    environment: [String: String] = [:],
    output: String? = nil,
    input: String = ""
  ) throws -> Ending {
    try Program(command, in: folder, environment: environment, output: output, input: input).wait()
  }
}
