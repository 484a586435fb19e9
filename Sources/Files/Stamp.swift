private import Assets

/// A number for everything that an output is made of: two builds with one stamp have the same output.
///
/// No protection against forgery: whoever can choose the inputs can choose the output as well.
package struct Stamp: Sendable {
  private var hash = QuickHash()

  /// A stamp that depends on the program itself: a new build of it makes new outputs.
  package init() {
    let id = augury_build_id()
    add(Array(UnsafeBufferPointer(start: id.bytes, count: id.count)))
  }

  /// Adds bytes; the length counts, so that ("a", "bc") and ("ab", "c") differ.
  package mutating func add(_ bytes: [UInt8]) {
    hash.mix(bytes)
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
      hash.mix(entry.kind.code)
    }
    add(tree.files)
  }

  /// Sixteen hexadecimal digits.
  package var text: String { hash.text }
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
