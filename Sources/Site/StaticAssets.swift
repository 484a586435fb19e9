internal import Files
internal import Library

/// The files of the site that are not pages: style sheet, scripts, icon, and copies of those files of modules that pages link to.
///
/// Pictures (PNG, JPEG, GIF, WebP) are copied as they are. Any other text file becomes a copy with `.txt` behind its name, so that a
/// browser shows it and never runs it: SVG and HTML can carry script. Files that are neither are not copied, and what speaks of them
/// stays plain text.
enum StaticAssets {
  private static let pictures: Set<String> = ["png", "jpg", "jpeg", "gif", "webp"]

  /// The style sheet, the scripts and the icon: the embedded ones, or a library's own in their place.
  ///
  /// A script is made of the files of the folder of its name, in the order of their paths: `augury.js`, which every page runs, of
  /// `augury/*.js`. So what is one idea is one file, and a page asks for one.
  ///
  /// - Parameter overrides: files of a `site/assets` folder with paths below it (`augury.css`). Further ones are added.
  static func files(overrides: [SourceFile]) -> [OutputFile] {
    var files: [String: SourceFile] = [:]
    for file in EmbeddedFiles.all where file.path.hasPrefix("site/assets/") { files[String(file.path.dropFirst(5))] = file }
    for file in overrides { files["assets/" + file.path] = file }
    var parts: [String: [SourceFile]] = [:]
    for (path, file) in files.sorted(by: { $0.key < $1.key }) { parts[bundle(of: path) ?? path, default: []].append(file) }
    return parts.sorted { $0.key < $1.key }.map { path, files in
      OutputFile(path: path) { Array(files.map(\.bytes).joined(separator: [0x0A])) }
    }
  }

  /// The script that a file is a part of: `assets/augury.js` for `assets/augury/theme.js`.
  private static func bundle(of path: String) -> String? {
    let folder = Path.folder(path)
    return ["assets/augury", "assets/search"].contains(folder) && path.hasSuffix(".js") ? folder + ".js" : nil
  }

  /// Whether a browser shows the file as a picture.
  static func isPicture(_ path: String) -> Bool { pictures.contains(Path.fileExtension(path)) }

  /// Where the copy of a file lies, below the folder of the modules.
  static func copyPath(of path: String) -> String { isPicture(path) ? path : path + ".txt" }

  /// The paths in the library of the files to copy, in the order of the paths.
  static func linkedFiles(of library: Library) -> [String] {
    var wanted: Set<String> = []
    for reference in library.references {
      if case .file(let path) = reference.target { wanted.insert(path) }
    }
    return wanted.sorted().filter { path in
      guard let file = library.tree.file(path) else { return false }
      return isPicture(path) || file.invalidUTF8Offset == nil
    }
  }

  /// The copies themselves.
  static func copies(of library: Library, map: SiteMap) -> [OutputFile] {
    map.copies.sorted { $0.value.path < $1.value.path }.compactMap { path, location in
      library.tree.file(path).map { file in OutputFile(path: location.path) { file.bytes } }
    }
  }
}
