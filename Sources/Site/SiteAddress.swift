/// The address under which a site is published: `https://example.org/docs/`.
package struct SiteAddress: Sendable, Hashable {
  /// With a slash at its end.
  package let base: String
  /// The path of it, with slashes at both ends: `/docs/`.
  let path: String

  /// Nil unless it is an absolute `http` or `https` address without query and fragment, in ASCII and without spaces.
  package init?(_ text: String) {
    guard let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) }) else { return nil }
    let rest = text.dropFirst(scheme.count)
    let forbidden = Set("\"'<>\\^`{|}?#")
    let isPlain = rest.allSatisfy { $0.isASCII && !$0.isWhitespace && !forbidden.contains($0) }
    guard isPlain, !rest.isEmpty, rest.first != "/" else { return nil }
    let trimmed = rest.hasSuffix("/") ? rest.dropLast() : rest
    base = scheme + trimmed + "/"
    path = trimmed.firstIndex(of: "/").map { String(trimmed[$0...]) + "/" } ?? "/"
  }
}
