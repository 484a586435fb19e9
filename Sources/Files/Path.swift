/// Paths inside a library or an output: relative, `/` between parts, never starting with `/`.
package enum Path {
  /// The last part.
  package static func name(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// Everything before the last part, without the slash; empty for a path of one part.
  package static func folder(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// Two paths put together; an empty folder adds nothing.
  package static func join(_ folder: String, _ path: String) -> String {
    folder.isEmpty ? path : path.isEmpty ? folder : folder + "/" + path
  }

  /// The path without its extension (the part after the last dot of the name, when the name does not start with it).
  package static func withoutExtension(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return path }
    return String(path.dropLast(name.distance(from: dot, to: name.endIndex)))
  }

  /// The extension in lower case, without its dot; empty when there is none.
  package static func fileExtension(_ path: String) -> String {
    String(path.dropFirst(withoutExtension(path).count).dropFirst()).lowercased()
  }

  /// A relative reference, read from a folder, with `.` and `..` worked out; nil when it leaves the root.
  package static func resolve(_ reference: String, from folder: String) -> String? {
    var parts = folder.split(separator: "/").map(String.init)
    for part in reference.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        if parts.isEmpty { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// The shortest relative reference from a file to another path of the same root.
  package static func relative(to target: String, fromFile file: String) -> String {
    let source = folder(file).split(separator: "/")
    let parts = target.split(separator: "/")
    let shared = zip(source, parts.dropLast()).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: source.count - shared)
    return (up + parts.dropFirst(shared).map(String.init)).joined(separator: "/")
  }

  /// Whether a path lies in a folder (at any depth). Every path lies in the empty folder.
  package static func isInside(_ path: String, _ folder: String) -> Bool {
    folder.isEmpty || path.hasPrefix(folder + "/")
  }
}
