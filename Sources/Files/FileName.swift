/// Judges names that a disk may hold and an output, another system or our own comparisons of text may not.
enum FileName {
  /// Why a file of this name is left out; nil when nothing is wrong with it.
  ///
  /// - Parameter siblings: the names accepted in the folder so far; an accepted one is added.
  static func fault(_ name: [UInt8], in folder: String, among siblings: inout Set<String>) -> String? {
    guard let text = String(validating: name, as: UTF8.self) else { return "a file name that is not UTF-8" }
    if name.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "a control character in a file name" }
    // A mark that joins the slash beside it would hide where the name starts or ends.
    let framed = "/\(text)/"
    if framed.first != "/" || framed.last != "/" { return "a file name that starts or ends with a mark that joins its neighbour" }
    let length = Path.join(folder, text).utf8.count
    if length > SourceTree.longestPath { return "a path of \(length) bytes; at most \(SourceTree.longestPath) are read" }
    // Two strings are equal when they are canonically equivalent, so this finds both spellings of one name (NFC and NFD).
    return siblings.insert(text).inserted ? nil : "a file name that equals another one but for how its accents are encoded"
  }
}
