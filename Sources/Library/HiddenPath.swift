package import Files

extension Path {
  /// Whether a part of a path is one that reading a library leaves out: a name that starts with a dot, and `node_modules`.
  package static func isHidden(_ path: String) -> Bool {
    path.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "node_modules" }
  }
}
