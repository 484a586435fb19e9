/// Judges addresses of links and images that strangers wrote.
enum URLSafety {
  /// The schemes that a page may lead to. A list of what is allowed, since nobody knows all that can run code, read files or
  /// start a program on some machine.
  private static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

  /// Whether an address is relative, or has a scheme that is harmless.
  ///
  /// Browsers drop control characters and white space before they read the scheme (WHATWG URL, "basic URL parser"), so this
  /// drops them too, anywhere.
  static func isSafe(_ address: some Sequence<UInt8>) -> Bool {
    var scheme: [UInt8] = []
    for byte in address where byte > 0x20 && byte != 0x7F {
      switch byte {
      case UInt8(ascii: ":"): return scheme.isEmpty || schemes.contains(String(decoding: scheme, as: UTF8.self))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): scheme.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        scheme.append(byte)
      default: return true
      }
    }
    return true
  }
}
