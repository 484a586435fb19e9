/// Judges addresses of links and images that strangers wrote.
enum URLSafety {
  /// Whether following an address, or loading it as an image, can neither run code nor read files.
  ///
  /// Browsers drop control characters and white space before they read the scheme (WHATWG URL, "basic URL parser"), so this
  /// drops them too, anywhere.
  static func isSafe(_ address: some Sequence<UInt8>) -> Bool {
    var scheme: [UInt8] = []
    var rest: [UInt8] = []
    var isInScheme = true
    for byte in address where byte > 0x20 && byte != 0x7F {
      let lower = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
      if isInScheme {
        if lower == UInt8(ascii: ":") {
          isInScheme = false
        } else if scheme.count < 16 {
          scheme.append(lower)
        } else {
          return true
        }
      } else if rest.count < 16 {
        rest.append(lower)
      } else {
        break
      }
    }
    guard !isInScheme else { return true }
    switch String(decoding: scheme, as: UTF8.self) {
    case "javascript", "vbscript", "file": return false
    case "data": return isPicture(String(decoding: rest, as: UTF8.self))
    default: return true
    }
  }

  /// Whether what stands behind `data:` is an image of a kind that cannot hold script, unlike SVG.
  private static func isPicture(_ rest: String) -> Bool {
    let type = rest.prefix { $0 != ";" && $0 != "," }
    return type.count < rest.count && ["image/png", "image/gif", "image/jpeg", "image/webp"].contains(type)
  }
}
