internal import Glibc
internal import Guard

/// What of the machine the engines need to know.
package struct Machine: Sendable {
  /// This very program, which is also the guard of all that it starts.
  let augury: String
  /// The folders that programs are looked for in, in this order.
  let searchPath: [String]
  /// The unprivileged user that everything runs as where the caller is root; 0 for the caller itself.
  let user: uid_t
  let group: gid_t

  /// The user that Debian has for what owns nothing.
  private static let nobody = "nobody"
  /// Where programs of an engine lie that are not in everybody's path.
  private static let folders = ["/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin"]

  /// - Parameters:
  ///   - augury: the program's file.
  ///   - engines: a folder of further engines, which comes first; nil for none.
  package init(augury: String = "/proc/self/exe", engines: String? = nil) {
    self.augury = augury
    searchPath = (engines.map { [$0 + "/bin"] } ?? []) + Machine.folders
    let nobody = geteuid() == 0 ? getpwnam(Machine.nobody) : nil
    user = nobody?.pointee.pw_uid ?? 0
    group = nobody?.pointee.pw_gid ?? 0
  }

  /// Cuts this process and all that it starts off from every network but its own loopback, where the system allows that. To be called
  /// before anything runs beside the caller.
  package static func leaveNetwork() -> Bool { augury_leave_network() == 0 }

  /// The path of a program that the engines' user can run.
  ///
  /// - Parameter more: folders to look into besides.
  func find(_ name: String, in more: [String] = []) throws(EngineFailure) -> String {
    let candidates = name.hasPrefix("/") ? [name] : (searchPath + more).map { "\($0)/\(name)" }
    if let path = candidates.first(where: isUsable) { return path }
    throw EngineFailure("`\(name)` is not installed", isAbsent: true)
  }

  /// Whether a program can be run, by others than root too.
  private func isUsable(_ path: String) -> Bool {
    guard access(path, X_OK) == 0 else { return false }
    guard user != 0, let resolved = realpath(path, nil) else { return true }
    defer { free(resolved) }
    var part = String(cString: resolved)
    var status = stat()
    while !part.isEmpty {
      guard stat(part, &status) == 0, status.st_mode & 0o001 != 0 else { return false }
      part = String(part[..<(part.lastIndex(of: "/") ?? part.startIndex)])
    }
    return true
  }

  /// What a program that runs to its end prints: for versions, and to prepare servers.
  ///
  /// - Parameter folder: where it works, and puts what is temporary.
  func output(of arguments: [String], in workplace: Workplace, folder: String = "/") throws(EngineFailure) -> String {
    let run = try workplace.run(Program(arguments, in: folder))
    guard run.code == 0 else {
      let last = run.output.split(separator: "\n" as Character).last ?? ""
      throw EngineFailure("`\(arguments[0])` ends with \(run.code): \(last)")
    }
    return run.output
  }

  /// The first run of digits and dots that starts with a digit and has a dot in it, behind a word if one is given: `15.18`.
  static func version(in text: String, after word: String = "") -> String? {
    let start = word.isEmpty ? text.startIndex : text.firstRange(of: word)?.upperBound ?? text.startIndex
    return text[start...].split { !($0.isASCII && ($0.isNumber || $0 == ".")) }.first { $0.first != "." && $0.contains(".") }
      .map { String($0.reversed().drop { $0 == "." }.reversed()) }
  }
}

/// What kept an engine from working, in a sentence without a final period.
package struct EngineFailure: Error, Sendable, CustomStringConvertible {
  package let description: String
  /// Whether the engine is not installed: its fences are skipped, and not failed.
  package let isAbsent: Bool

  package init(_ description: String, isAbsent: Bool = false) {
    self.description = description
    self.isAbsent = isAbsent
  }
}
