internal import Library

/// What stands at the head of a context: what it is, how large, and what is in it.
struct ContextHeader {
  let profile: Profile
  let files: [String]
  /// The module of each file.
  let modules: [String]
  let missing: [String]
  let elsewhere: [String]
  let budget: Int

  /// The title, which is a heading of the file.
  static func title(of profile: Profile) -> String { "Context: \(MarkdownText.literal(profile.name))" }

  /// The anchor of a file, by its index.
  static func anchor(_ index: Int) -> String { "context-file-\(index + 1)" }

  /// The header of a file that has so many characters below it. It states the size of the whole and is part of it, so that the number
  /// is found step by step: each step has as many digits as the one before or more.
  func text(above rest: Int) -> String {
    var size = rest
    while true {
      let text = text(stating: size)
      let whole = rest + text.unicodeScalars.count
      if whole == size { return text }
      size = whole
    }
  }

  private func text(stating size: Int) -> String {
    var names: [String] = []
    for module in modules where !names.contains(module) { names.append(module) }
    let home = profile.module.map { "module \(MarkdownText.code($0.isEmpty ? "." : $0))" } ?? "the library"
    var out = "# \(ContextHeader.title(of: profile))\n\n"
    out += "Profile \(MarkdownText.code(profile.name)) of \(home): \(files.count) \(files.count == 1 ? "file" : "files")"
    out += names.isEmpty ? ".\n" : " of \(names.map(MarkdownText.code).joined(separator: ", ")).\n"
    out += "This file has \(size) characters, all of it counted, of a budget of \(budget); "
    out += "about \((size + 3) / 4) tokens (an estimate: one for four characters).\n"
    if !missing.isEmpty { out += "Not there: \(missing.map(MarkdownText.code).joined(separator: ", ")).\n" }
    if !elsewhere.isEmpty { out += "In modules that lie elsewhere: \(elsewhere.map(MarkdownText.code).joined(separator: ", ")).\n" }
    if !files.isEmpty { out += "\n" }
    for (index, path) in files.enumerated() { out += "\(index + 1). [\(MarkdownText.literal(path))](#\(ContextHeader.anchor(index)))\n" }
    return out
  }
}
