/// What can be told of an address by its letters alone.
enum Address {
  /// Whether an address is a path of somebody's machine: `/Users/x/…`, `/home/x/…`, `~/…`, `C:\Users\…`, `file:`.
  static func isOfMachine(_ address: String) -> Bool {
    let bytes = address.utf8.prefix(5).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if bytes.elementsEqual("file:".utf8) || bytes.starts(with: "~/".utf8) { return true }
    if bytes.count > 2, isLetter(bytes[0]), bytes[1] == UInt8(ascii: ":") { return "\\/".utf8.contains(bytes[2]) }
    // A person and something of theirs; `/home/` alone is a page of many a site.
    guard address.hasPrefix("/Users/") || address.hasPrefix("/home/") else { return false }
    return address.utf8.split(separator: UInt8(ascii: "/")).count > 2
  }

  /// The scheme of an address, in lower case; empty when it has none.
  static func scheme(of address: String) -> String {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return "" }
    return String(address[..<colon]).lowercased()
  }

  /// What is wrong with the syntax of an address of the web (RFC 3986); nil when it is right, or is no such address, or has a stand-in
  /// (`{host}`) for a part that the reader knows.
  static func fault(of address: String) -> String? {
    let bytes = Array(address.utf8)
    let schemeEnd = bytes.prefix(6).firstIndex(of: UInt8(ascii: ":")) ?? 0
    let scheme = bytes[..<schemeEnd].map { $0 | 0x20 }
    let isWeb = scheme.elementsEqual("http".utf8) || scheme.elementsEqual("https".utf8)
    guard isWeb || bytes.starts(with: "//".utf8) else { return nil }
    guard !bytes.contains(where: isStandIn) else { return nil }
    let rest = bytes.dropFirst(isWeb ? schemeEnd + 1 : 0)
    guard rest.starts(with: "//".utf8) else { return "has no `//` behind its scheme" }
    if bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F }) { return "has a blank in it" }
    return hostFault(rest.dropFirst(2).prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }) ?? escapeFault(bytes)
  }

  /// One of `{}<>$[]`.
  private static func isStandIn(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "$"), UInt8(ascii: "["),
      UInt8(ascii: "]"):
      true
    default: false
    }
  }

  private static func hostFault(_ authority: ArraySlice<UInt8>) -> String? {
    let host = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[($0 + 1)...] } ?? authority
    let name = host.prefix { $0 != UInt8(ascii: ":") }
    guard !name.isEmpty else { return "names no host" }
    // `https://...` tells that something is left out.
    guard name.contains(where: { $0 != UInt8(ascii: ".") }), !name.starts(with: "…".utf8) else { return nil }
    let labels = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if labels.dropLast().contains(where: \.isEmpty) { return "has an empty part in its host" }
    let isName = name.allSatisfy { $0 >= 0x80 || isLetter($0 | 0x20) || (0x30...0x39).contains($0) || "-._%".utf8.contains($0) }
    guard isName else { return "has a host that cannot be one" }
    let port = host.dropFirst(name.count + 1)
    // `http://host:port` is a form, not an address.
    let isForm = port.allSatisfy { isLetter($0 | 0x20) }
    return isForm || port.allSatisfy { (0x30...0x39).contains($0) } && port.count <= 5 ? nil : "has a port that is no number"
  }

  private static func escapeFault(_ bytes: [UInt8]) -> String? {
    var index = 0
    while let percent = bytes[index...].firstIndex(of: UInt8(ascii: "%")) {
      let digits = bytes[(percent + 1)...].prefix(2)
      guard digits.count == 2, digits.allSatisfy(isHexDigit) else { return "has a `%` without two hexadecimal digits behind it" }
      index = percent + 1
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  private static func isHexDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20) }
}
