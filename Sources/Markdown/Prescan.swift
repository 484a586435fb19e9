struct Prescan {
  init(_ bytes: [UInt8], from start: Int, extensions: MarkdownExtensions) {}
  func issues() -> [ParseIssue] { [] }
}
