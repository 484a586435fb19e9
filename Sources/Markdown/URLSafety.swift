/// Judges addresses of links and images that strangers wrote.
package enum URLSafety {
  /// The schemes that a page may lead to. A list of what is allowed, since nobody knows all that can run code, read files or
  /// start a program on some machine.
  private static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

  /// The pictures that an address may hold itself (`data:`); not SVG, which can hold script.
  private static let pictures = ["image/png", "image/gif", "image/jpeg", "image/webp"]

  /// Whether an address is relative, has a scheme that is harmless, or holds a picture.
  ///
  /// Browsers drop control characters and white space before they read the scheme (WHATWG URL, "basic URL parser"), so this
  /// drops them too, anywhere.
  package static func isSafe(_ address: some Sequence<UInt8>) -> Bool {
    var scheme: [UInt8] = []
    var bytes = address.lazy.filter { $0 > 0x20 && $0 != 0x7F }.makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: ":"):
        let name = String(decoding: scheme, as: UTF8.self)
        return name.isEmpty || schemes.contains(name) || (name == "data" && isPicture(IteratorSequence(bytes)))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): scheme.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        scheme.append(byte)
      default: return true
      }
    }
    return true
  }

  /// Whether what stands behind `data:` is a picture that cannot run anything (RFC 2397: the type ends at `;` or `,`).
  private static func isPicture(_ rest: some Sequence<UInt8>) -> Bool {
    let type = rest.prefix(16).prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",") }
    return pictures.contains(String(decoding: type, as: UTF8.self).lowercased())
  }
}
