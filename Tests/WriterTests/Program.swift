import Foundation
import TestSupport

/// The built program as a process, also wrapped in another one, and two at once.
final class Program {
  static let path = BuiltProgram.url.path

  struct Ending {
    /// The exit code; nil when a signal ended the process.
    let code: Int32?
    let talk: String
  }

  private let process = Process()
  private let scratch: Scratch

  /// Starts a command; its first word is a path, or is looked for in PATH. Nothing of this process's environment is passed on but PATH.
  init(_ command: [String], in folder: String, environment: [String: String] = [:]) throws {
    scratch = try Scratch()
    process.executableURL = URL(fileURLWithPath: command[0].hasPrefix("/") ? command[0] : "/usr/bin/env")
    process.arguments = command[0].hasPrefix("/") ? Array(command.dropFirst()) : command
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = environment.merging(["PATH": path]) { given, _ in given }
    try scratch.put("talk", "")
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle(forWritingAtPath: scratch["talk"])
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  var isRunning: Bool { process.isRunning }

  /// What it has said on stderr so far.
  var talk: String { scratch.text("talk") ?? "" }

  func wait() -> Ending {
    process.waitUntilExit()
    return Ending(code: process.terminationReason == .exit ? process.terminationStatus : nil, talk: talk)
  }

  @discardableResult
  static func run(_ command: [String], in folder: String, environment: [String: String] = [:]) throws -> Ending {
    try Program(command, in: folder, environment: environment).wait()
  }

  /// `augury build` of the library `lib` into `out`, both in a folder. What it finds is not the matter here.
  static func build(_ options: [String] = [], in folder: String, environment: [String: String] = [:]) throws -> Ending {
    try run([path] + buildArguments + options, in: folder, environment: environment)
  }

  static let buildArguments = ["build", "--library", "lib", "--output", "out", "--fail-on", "never"]
}
