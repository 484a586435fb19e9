import TestSupport
import Testing

/// A library in C that takes the place of calls to the system: `Tests/Fixtures/NAME/NAME.c`.
enum Shim {
  /// Compiles one, and tells what puts it into a process.
  static func environment(_ name: String, in scratch: Scratch) throws -> [String: String] {
    let library = scratch["\(name).so"]
    let source = "\(Repository.root)/Tests/Fixtures/\(name)/\(name).c"
    let compiling = try Program.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"])
    try #require(compiling.code == 0, "\(compiling.talk)")
    return ["LD_PRELOAD": library]
  }
}
