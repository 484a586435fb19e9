/// How near to the real system a fence ran (`engines.md` section 1). What may be said of it follows from the rung alone, so that a
/// lower one can never print a higher one's words.
package enum Rung: String, Sendable, Hashable, Comparable, CaseIterable {
  /// A real server, or the real program.
  case a = "A"
  /// The real product, embedded.
  case b = "B"
  /// Another product, or an emulator, that speaks the same language.
  case c = "C"
  /// A parser of the dialect; nothing ran.
  case d = "D"
  /// The real client library against a stub: names and types of arguments, bodies of requests.
  case e = "E"
  /// Nothing.
  case f = "F"

  /// Whether one is nearer to the real system.
  package static func < (left: Self, right: Self) -> Bool { left.rawValue > right.rawValue }

  /// What a badge says.
  ///
  /// - Parameters:
  ///   - program: what ran, with its version: `PostgreSQL 15.18`.
  ///   - system: the id of the system that the fence is about.
  package func words(program: String, system: String) -> String {
    switch self {
    case .a: "ran on \(program)"
    case .b: "ran on \(program) (embedded)"
    case .c: "ran on \(program), not \(FenceSystem.title(of: system))"
    case .d: "syntax checked: \(program)"
    case .e: "calls checked: \(program) SDK, stub server"
    case .f: "not executed"
    }
  }
}
