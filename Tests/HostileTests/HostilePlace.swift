import Files
import TestSupport

/// A folder of one case with a sound library in it, and a file beside that no build may touch.
struct HostilePlace {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    for (name, bytes) in HostileCase.sound { try put(name, bytes: bytes) }
    try scratch.put("bystander.txt", "keep me")
  }

  var library: String { scratch["library"] }
  var output: String { scratch["output"] }

  /// The path of something in the module.
  func inModule(_ name: String) -> String { "\(library)/\(HostileCase.module)/\(name)" }

  /// Writes a file of the library, its folders included.
  func put(_ name: String, bytes: [UInt8]) throws { try scratch.put("library/\(name)", bytes: bytes) }

  func put(_ name: String, _ text: String) throws { try put(name, bytes: Array(text.utf8)) }

  /// Makes a symbolic link in the library.
  func link(_ name: String, to target: String) throws { try scratch.link("library/\(name)", to: target) }

  func makePipe(_ name: String) throws { try scratch.makePipe("library/\(name)") }

  func makeSparse(_ name: String, size: Int) throws { try scratch.makeSparse("library/\(name)", size: size) }
}
