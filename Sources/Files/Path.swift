private import Glibc

/// Paths inside a library or an output: relative, `/` between parts, never starting with `/`.
package enum Path {
  private static let slash = UInt8(ascii: "/")

  /// The last part.
  package static func name(_ path: String) -> String {
    path.utf8.lastIndex(of: slash).map { String(path[path.utf8.index(after: $0)...]) } ?? path
  }

  /// Everything before the last part, without the slash; empty for a path of one part.
  package static func folder(_ path: String) -> String {
    path.utf8.lastIndex(of: slash).map { String(path[..<$0]) } ?? ""
  }

  /// Two paths put together; an empty folder adds nothing.
  package static func join(_ folder: String, _ path: String) -> String {
    folder.isEmpty ? path : path.isEmpty ? folder : folder + "/" + path
  }

  /// The path without its extension (the part after the last dot of the name, when the name does not start with it).
  package static func withoutExtension(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return path }
    return String(path.utf8.dropLast(name.utf8.distance(from: dot, to: name.endIndex))) ?? path
  }

  /// The extension in lower case, without its dot; empty when there is none.
  package static func fileExtension(_ path: String) -> String {
    (String(path.utf8.dropFirst(withoutExtension(path).utf8.count).dropFirst()) ?? "").lowercased()
  }

  /// A relative reference, read from a folder, with `.` and `..` worked out; nil when it leaves the root.
  package static func resolve(_ reference: String, from folder: String) -> String? {
    var path = Array(folder.utf8)
    for part in reference.utf8.split(separator: slash) {
      if part.elementsEqual("..".utf8) {
        if path.isEmpty { return nil }
        path.removeSubrange((path.lastIndex(of: slash) ?? 0)...)
      } else if !part.elementsEqual(".".utf8) {
        if !path.isEmpty { path.append(slash) }
        path += part
      }
    }
    return String(decoding: path, as: UTF8.self)
  }

  /// The shortest relative reference from a file to another path of the same root.
  package static func relative(to target: String, fromFile file: String) -> String {
    let source = folder(file).split(separator: "/")
    let parts = target.split(separator: "/")
    let shared = zip(source, parts.dropLast()).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: source.count - shared)
    return (up + parts.dropFirst(shared).map(String.init)).joined(separator: "/")
  }

  /// Whether a path comes first in the order of bytes, which is the same on every machine. Sorting asks this thousands of times.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.withContiguousStorageIfAvailable { left in
      right.utf8.withContiguousStorageIfAvailable { right in
        guard let first = left.baseAddress, let second = right.baseAddress else { return left.count < right.count }
        let order = memcmp(first, second, min(left.count, right.count))
        return order == 0 ? left.count < right.count : order < 0
      }
    }.flatMap(\.self) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// Whether a path lies in a folder (at any depth). Every path lies in the empty folder.
  package static func isInside(_ path: String, _ folder: String) -> Bool {
    folder.isEmpty || path.hasPrefix(folder + "/")
  }
}
