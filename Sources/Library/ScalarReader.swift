/// Reads UTF-8 scalar by scalar, both ways, in bytes that are known to be valid.
enum ScalarReader {
  /// The scalar that starts at an offset, and the offset behind it; nil at the end.
  static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    guard offset < bytes.count else { return nil }
    let lead = bytes[offset]
    if lead < 0x80 { return (Unicode.Scalar(lead), offset + 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard offset + length <= bytes.count else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for index in (offset + 1)..<(offset + length) { value = value << 6 | UInt32(bytes[index] & 0x3F) }
    return Unicode.Scalar(value).map { ($0, offset + length) }
  }

  /// The scalar that ends before an offset; nil at the start.
  static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, before offset: Int) -> Unicode.Scalar? {
    var start = offset - 1
    while start >= 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? nil : scalar(bytes, at: start)?.scalar
  }
}
