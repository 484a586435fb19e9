/// The anchors of a document's headings by the rules of GitHub: lower case, letters, marks, digits, `-`, `_` and connector
/// punctuation kept, spaces turned into `-`, everything else dropped, and a number behind what is there already.
package struct Slugs {
  /// How often each anchor has been asked for; also holds the numbered ones, so that no two headings share one.
  private var uses: [String: Int] = [:]

  package init() {}

  /// The anchor for a heading's text. Later headings of the same text get `-1`, `-2` and so on.
  package mutating func next(for text: String) -> String {
    let base = Self.slug(of: text)
    guard var number = uses[base] else {
      uses[base] = 0
      return base
    }
    var numbered: String
    repeat {
      number += 1
      numbered = "\(base)-\(number)"
    } while uses[numbered] != nil
    uses[base] = number
    uses[numbered] = 0
    return numbered
  }

  /// The anchor of a text by itself.
  package static func slug(of text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return slug(ofASCII: text.utf8) }
    var slug: [UInt8] = []
    for scalar in text.lowercased().unicodeScalars {
      if scalar == " " {
        slug.append(UInt8(ascii: "-"))
      } else if keeps(scalar) {
        if scalar.isASCII { slug.append(UInt8(scalar.value)) } else { slug += String(scalar).utf8 }
      }
    }
    return String(decoding: slug, as: UTF8.self)
  }

  private static func slug(ofASCII text: String.UTF8View) -> String {
    String(unsafeUninitializedCapacity: text.count) { slug in
      var count = 0
      for byte in text {
        switch byte {
        case UInt8(ascii: " "): slug[count] = UInt8(ascii: "-")
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug[count] = byte | 0x20
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          slug[count] = byte
        default: continue
        }
        count += 1
      }
      return count
    }
  }

  private static func keeps(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "0"..."9", "-", "_": return true
    case _ where scalar.isASCII: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
      .enclosingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
      return true
    default: return false
    }
  }
}
