import Foundation
import TestSupport

/// A folder with a little library in `lib`, from which a build makes `out`.
struct Place {
  let scratch: Scratch

  init(_ library: [String: String] = Place.library) throws {
    scratch = try Scratch()
    try put(library)
  }

  /// A sound library with a module, and a site folder with two assets. Its site has few pages: a test stops a build after each change.
  static let library: [String: String] = {
    var files: [String: String] = [:]
    for (path, bytes) in LibraryText(SoundModule.text).files { files[path] = String(decoding: bytes, as: UTF8.self) }
    files["augury.yml"] = "preset: augx\n"
    files["site/site.yml"] = "rules: false\nsearch: false\nmarkdown: false\n"
    files["site/assets/flat"] = "a file"
    files["site/assets/deep/inner/note.txt"] = "a file in two folders"
    return files
  }()

  /// The library after an edit that removes a page, turns a file into a folder and a folder into a file.
  static let turnedLibrary: [String: String] = {
    var files = library
    files["workflows/demo/rules/guide.md"] = nil
    files["workflows/demo/README.md"]? += "\nMore.\n"
    files["site/assets/flat"] = nil
    files["site/assets/flat/now.txt"] = "in a folder"
    files["site/assets/deep/inner/note.txt"] = nil
    files["site/assets/deep"] = "a file now"
    return files
  }()

  static let editedLibrary: [String: String] = {
    var files = library
    files["workflows/demo/rules/guide.md"] = "# Another guide\n\nLonger than it was.\n"
    return files
  }()

  /// Makes a folder hold a library and nothing else.
  func put(_ library: [String: String], in folder: String = "lib") throws {
    scratch.remove(folder)
    for (path, text) in library { try scratch.put("\(folder)/\(path)", text) }
  }

  /// Puts `copy`, a folder beside, in the place of `out`.
  func restore(_ copy: String) throws {
    scratch.remove("out")
    if FileManager.default.fileExists(atPath: scratch[copy]) { try scratch.copy(copy, to: "out") }
  }

  /// A build of `lib` into `out`. What it finds is not the matter here.
  static let arguments = ["build", "--library", "lib", "--output", "out", "--fail-on", "never"]
  static let command = [Tool.path] + arguments

  @discardableResult
  func build(_ options: String..., environment: [String: String] = [:]) throws -> Program.Ending {
    try build(options, environment: environment)
  }

  @discardableResult
  func build(_ options: [String], environment: [String: String] = [:]) throws -> Program.Ending {
    try Program.run(Place.command + options, in: scratch.path, environment: environment)
  }

  func content(_ folder: String = "out") throws -> [String: Data?] {
    try Self.content(scratch[folder])
  }

  /// What stands below a folder: the bytes of files, the targets of links, nil for folders.
  static func content(_ folder: String) throws -> [String: Data?] {
    var content: [String: Data?] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      let path = "\(folder)/\(name)"
      if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
        content[name] = Data("link to \(target)".utf8)
      } else {
        content[name] = .some(FileManager.default.contents(atPath: path))
      }
    }
    return content
  }

  /// What a build of a library into an empty folder makes.
  static func clean(_ library: [String: String], _ options: String...) throws -> [String: Data?] {
    let place = try Place(library)
    try place.build(options)
    return try place.content()
  }
}
