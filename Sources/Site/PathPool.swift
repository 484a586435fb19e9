private import Files

/// Hands out paths that differ from each other even where case does not count, and of which none is both a file and a folder.
struct PathPool {
  /// The longest name of a file or folder, in bytes: common file systems end at 255.
  private static let longestName = 200

  private var files: Set<String> = []
  private var folders: Set<String> = []
  /// The folder that each wanted one became: a file never takes the path of a folder, so that it stays.
  private var folderOfWanted: [String: String] = [:]
  /// The number to try next for a path that was asked for before, so that a thousand equal names cost a thousand steps.
  private var next: [String: Int] = [:]

  init(reserved: [String]) {
    for path in reserved { _ = take(path) }
  }

  /// The wanted path, or the nearest free one.
  mutating func take(_ wanted: String) -> String {
    let folder = self.folder(Path.folder(wanted))
    let name = Path.name(wanted)
    let path = free(name.isEmpty ? "index.html" : PathPool.fitted(name), in: folder, isFolder: false)
    files.insert(path.lowercased())
    return path
  }

  /// The wanted folder, or the nearest free one.
  private mutating func folder(_ wanted: String) -> String {
    if wanted.isEmpty { return "" }
    if let known = folderOfWanted[wanted] { return known }
    var path = ""
    for name in wanted.utf8.split(separator: UInt8(ascii: "/")) {
      path = free(PathPool.fitted(String(Substring(name))), in: path, isFolder: true)
      folders.insert(path.lowercased())
    }
    folderOfWanted[wanted] = path
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

  /// The path of a name, with a number where something else has it.
  private mutating func free(_ name: String, in folder: String, isFolder: Bool) -> String {
    let wanted = Path.join(folder, name)
    var path = wanted
    let key = wanted.lowercased() + (isFolder ? "/" : "")
    var number = isFolder ? 2 : next[key, default: 2]
    let stem = Path.withoutExtension(name)
    while isTaken(path.lowercased(), byFolder: !isFolder) {
      path = Path.join(folder, "\(stem)-\(number)\(name.dropFirst(stem.count))")
      number += 1
    }
    if number > 2 { next[key] = number }
    return path
  }

  private func isTaken(_ path: String, byFolder: Bool) -> Bool {
    files.contains(path) || byFolder && folders.contains(path)
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
