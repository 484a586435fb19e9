package import Library

/// A module made of one README, and of a template in it, for tests of what is read from Markdown.
package enum TestModule {
  /// The module `workflows/x` with a README and other files, given as `path in the module: text`.
  package static func module(readme: String, _ files: [String: String] = [:]) throws -> Module {
    try module(files.merging(["README.md": readme]) { _, readme in readme })
  }

  /// The module `workflows/x` with some files; its `module.json` is `{}` unless it is among them.
  package static func module(_ files: [String: String]) throws -> Module {
    let library = library(files)
    guard let module = library.module("workflows/x") else { throw Missing() }
    return module
  }

  /// The library with that module alone.
  package static func library(_ files: [String: String]) -> Library {
    var text = LibraryText("")
    text.files["workflows/x/module.json"] = Array("{}".utf8)
    for (path, content) in files { text.files["workflows/x/" + path] = Array(content.utf8) }
    return text.library()
  }

  private struct Missing: Error {}
}
