/// A quick hash of bytes: eight a step, a multiplication to 128 bits and a fold, as in wyhash. It tells edits from our own bytes and is
/// the same on every machine and in every release, since baselines hold it; it is no protection against forgery.
package struct QuickHash: Sendable {
  /// The hash of everything mixed in so far.
  package private(set) var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  package init() {}

  /// The hash of some bytes by themselves.
  package static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash = QuickHash()
    hash.mix(bytes)
    return hash.state
  }

  /// Mixes in bytes; the length counts, so that ("a", "bc") and ("ab", "c") differ.
  ///
  /// - Complexity: linear.
  package mutating func mix(_ bytes: [UInt8]) {
    mix(UInt64(bytes.count))
    bytes.withUnsafeBytes { buffer in
      let words = buffer.count / 8
      for index in 0..<words { mix(UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))) }
      var last: UInt64 = 0
      for byte in buffer[(words * 8)...] { last = last << 8 | UInt64(byte) }
      mix(last)
    }
  }

  package mutating func mix(_ word: UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    state = (product.high ^ product.low) &+ 0xE703_7ED1_A0B4_28DB
  }

  /// Sixteen hexadecimal digits.
  package var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
