/// Labels of link references (CommonMark 4.7).
package enum ReferenceLabel {
  /// A label as labels are compared: without regard to case and to how much white space there is.
  package static func key(_ label: ArraySlice<UInt8>) -> String {
    let words = label.split { $0 <= UInt8(ascii: " ") }.joined(separator: [UInt8(ascii: " ")])
    return String(decoding: Array(words), as: UTF8.self).uppercased().lowercased()
  }
}
