private import Files

/// Hands out paths that differ from each other even where case does not count, and of which none is both a file and a folder.
struct PathPool {
  /// The longest name of a file or folder, in bytes: common file systems end at 255.
  private static let longestName = 200

  private var files: Set<String> = []
  private var folders: Set<String> = []

  init(reserved: [String]) {
    for path in reserved { _ = take(path) }
  }

  /// The wanted path, or the nearest free one.
  mutating func take(_ wanted: String) -> String {
    let names = wanted.split(separator: "/").map { PathPool.fitted(String($0)) }
    var path = ""
    for name in names.dropLast() {
      path = PathPool.free(name, in: path) { !files.contains($0) }
      folders.insert(path.lowercased())
    }
    path = PathPool.free(names.last ?? "index.html", in: path) { !files.contains($0) && !folders.contains($0) }
    files.insert(path.lowercased())
    return path
  }

  /// A name for a file made of an id: nothing in it separates folders or hides the file.
  static func component(_ id: String) -> String {
    var name = String.UnicodeScalarView()
    for scalar in id.unicodeScalars {
      let isPlain = scalar != "/" && scalar != "\\" && scalar.value >= 0x20 && scalar.value != 0x7F
      name.append(isPlain && !(name.isEmpty && scalar == ".") ? scalar : "-")
    }
    return name.isEmpty ? "unnamed" : String(name)
  }

  private static func free(_ name: String, in folder: String, isFree: (String) -> Bool) -> String {
    let stem = Path.withoutExtension(name)
    let rest = name.dropFirst(stem.count)
    var path = Path.join(folder, name)
    var number = 2
    while !isFree(path.lowercased()) {
      path = Path.join(folder, "\(stem)-\(number)\(rest)")
      number += 1
    }
    return path
  }

  /// The name, its stem cut where it is too long for a file system.
  private static func fitted(_ name: String) -> String {
    guard name.utf8.count > longestName else { return name }
    let stem = Path.withoutExtension(name)
    var rest = name.dropFirst(stem.count)
    if rest.utf8.count > 16 { rest = "" }
    var cut = String.UnicodeScalarView()
    var length = 0
    for scalar in stem.unicodeScalars {
      length += UTF8.width(scalar)
      if length > longestName - rest.utf8.count { break }
      cut.append(scalar)
    }
    return String(cut) + rest
  }
}
