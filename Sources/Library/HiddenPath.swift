package import Files

extension Path {
  /// Whether a part of a path is one that reading a library leaves out: a name that starts with a dot, and `node_modules`.
  package static func isHidden(_ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/")).contains { $0.first == UInt8(ascii: ".") || $0.elementsEqual("node_modules".utf8) }
  }
}
