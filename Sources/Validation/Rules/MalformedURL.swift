package import Diagnostics
internal import Files
package import Library

package enum MalformedURL: Rule {
  package static let id = "malformed-url"
  package static let group = RuleGroup.links
  package static let severity = Severity.warning
  package static let summary = "The address of a link breaks the syntax of addresses"
  package static let why = """
    No browser opens `https:///page`, some refuse `%zz`, and Markdown takes `[text](my file.md)` for text, since an address ends at a \
    blank. Addresses are judged by their letters alone (RFC 3986); nothing is fetched.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - See «[a](https:///page)», «[b](http:example.org)», «[c](https://example.org/100%)» and «[the README](../READ ME.md)».
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - See [a](https://example.org/page), [b](http://localhost:8080), [c](https://example.org/100%25) and [d](<../README.md> "a title").
    """

  package static func check(_ library: Library) -> [Finding] {
    let written = findings(in: library) { reference, place, _ -> Finding? in
      guard case .external(let address) = reference.target, let fault = Address.fault(of: address) else { return nil }
      return finding(
        reference.path,
        place,
        "`\(address.shortened)` \(fault)",
        why: "no browser can be sure where it leads",
        help: "write the address as a browser shows it"
      )
    }
    return written + library.pages.flatMap(unread)
  }

  /// Links that the parser has left as text, since their address has a blank in it.
  private static func unread(in page: MarkdownFile) -> [Finding] {
    let bytes = page.source.bytes
    let places = page.inText(page.brackets.brokenAddresses.map { $0..<($0 + 2) })
    return firstFindings(places) { place in
      let line = page.source.lineRange(at: place.lowerBound)
      guard let end = bytes[place.upperBound..<line.upperBound].firstIndex(of: UInt8(ascii: ")")),
        let open = bytes[line.lowerBound..<place.lowerBound].lastIndex(of: UInt8(ascii: "[")), !isIndex(at: open, in: bytes)
      else { return nil }
      let address = page.source.text(place.upperBound..<end)
      guard isMeant(address) else { return nil }
      return finding(
        page.path,
        open..<(end + 1),
        "`\(address.shortened)` has a blank in it, so that this is text and no link",
        why: "Markdown ends an address at a blank",
        help: "write `%20` for each blank, or the address in `<>`"
      )
    }
  }

  /// Whether a bracket stands right behind a word, as in `f[x](a, b.c)`.
  private static func isIndex(at open: Int, in bytes: [UInt8]) -> Bool {
    guard open > 0 else { return false }
    let before = bytes[open - 1]
    return (0x30...0x39).contains(before) || (0x61...0x7A).contains(before | 0x20) || ")]_".utf8.contains(before)
  }

  /// Whether a text in parentheses is an address: it has a scheme, or it is a path with an extension.
  private static func isMeant(_ text: String) -> Bool {
    text.contains("://") || (1...5).contains(Path.fileExtension(text).utf8.count) && !Path.fileExtension(text).contains(" ")
  }
}
