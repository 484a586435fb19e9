private import Assets

/// A number for everything that an output is made of: two builds with one stamp have the same output.
///
/// A quick hash (eight bytes a step, multiply and rotate), no protection against forgery: whoever can choose the inputs can
/// choose the output as well.
package struct Stamp: Sendable {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// A stamp that depends on the program itself: a new build of it makes new outputs.
  package init() {
    let id = augury_build_id()
    add(Array(UnsafeBufferPointer(start: id.bytes, count: id.count)))
  }

  /// Adds bytes; the length counts, so that ("a", "bc") and ("ab", "c") differ.
  ///
  /// - Complexity: linear.
  package mutating func add(_ bytes: [UInt8]) {
    mix(UInt64(bytes.count))
    bytes.withUnsafeBytes { buffer in
      let words = buffer.count / 8
      for index in 0..<words { mix(buffer.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self).littleEndian) }
      var last: UInt64 = 0
      for byte in buffer[(words * 8)...] { last = last << 8 | UInt64(byte) }
      mix(last)
    }
  }

  package mutating func add(_ text: String) {
    add(Array(text.utf8))
  }

  /// Adds files with their paths.
  package mutating func add(_ files: [SourceFile]) {
    for file in files {
      add(file.path)
      add(file.bytes)
    }
  }

  /// Adds what a folder holds: names and kinds of everything, the content of what was read.
  package mutating func add(_ tree: SourceTree) {
    for entry in tree.entries {
      add(entry.path)
      mix(entry.kind.code)
    }
    add(tree.files)
  }

  /// Sixteen hexadecimal digits.
  package var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private mutating func mix(_ word: UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    state = (product.high ^ product.low) &+ 0xE703_7ED1_A0B4_28DB
  }
}

extension SourceTree.Entry.Kind {
  /// A number a kind; the size of a file is told by its content.
  fileprivate var code: UInt64 {
    switch self {
    case .file: 0
    case .folder: 1
    case .symbolicLink: 2
    case .special: 3
    case .tooLarge: 4
    case .tooDeep: 5
    case .unreadable: 6
    case .badName: 7
    }
  }
}
