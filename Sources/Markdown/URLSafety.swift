/// Judges addresses of links and images that strangers wrote.
package enum URLSafety {
  /// The schemes that a page may lead to. A list of what is allowed, since nobody knows all that can run code, read files or
  /// start a program on some machine.
  private static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

  /// The pictures that an address may hold itself (`data:`); not SVG, which can hold script.
  private static let pictures = ["image/png", "image/gif", "image/jpeg", "image/webp"]

  /// What an address leads to, by its beginning.
  private enum Kind {
    case relative, picture
    case scheme(String)
  }

  /// Whether an address is relative, has a scheme that is harmless, or holds a picture.
  package static func isSafe(_ address: some Sequence<UInt8>) -> Bool {
    if case .scheme(let name) = kind(address) { schemes.contains(name) } else { true }
  }

  /// Whether a page may load what is at an address: it comes from the site itself, or the address holds it. A browser reads `\` as `/`.
  package static func isOwn(_ address: some Sequence<UInt8>) -> Bool {
    switch kind(address) {
    case .relative: visible(address).prefix(2).count { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") } < 2
    case .picture: true
    case .scheme: false
    }
  }

  /// Browsers drop control characters and white space before they read the scheme (WHATWG URL, "basic URL parser"), so this
  /// drops them too, anywhere.
  private static func visible<Address: Sequence<UInt8>>(_ address: Address) -> LazyFilterSequence<Address> {
    address.lazy.filter { $0 > 0x20 && $0 != 0x7F }
  }

  private static func kind(_ address: some Sequence<UInt8>) -> Kind {
    var scheme: [UInt8] = []
    var bytes = visible(address).makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: ":"):
        let name = String(decoding: scheme, as: UTF8.self)
        if name.isEmpty { return .relative }
        return name == "data" && isPicture(IteratorSequence(bytes)) ? .picture : .scheme(name)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): scheme.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        scheme.append(byte)
      default: return .relative
      }
    }
    return .relative
  }

  /// Whether what stands behind `data:` is a picture that cannot run anything (RFC 2397: the type ends at `;` or `,`).
  private static func isPicture(_ rest: some Sequence<UInt8>) -> Bool {
    let type = rest.prefix(16).prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",") }
    return pictures.contains(String(decoding: type, as: UTF8.self).lowercased())
  }
}
