/// A file to be written: a path below the output folder, and how to make its bytes.
///
/// The bytes are made when they are asked for, so that thousands of pages are never in memory at once.
package struct OutputFile: Sendable {
  /// Path relative to the output folder.
  package let path: String
  /// Renders the content; deterministic, and callable from any task.
  package let render: @Sendable () -> [UInt8]

  package init(path: String, render: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    self.render = render
  }

  /// A file whose content is known already.
  package init(path: String, text: String) {
    self.init(path: path) { Array(text.utf8) }
  }
}
