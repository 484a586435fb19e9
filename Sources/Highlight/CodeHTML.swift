internal import Markdown

extension [UInt8] {
  /// Appends code as content of an element, its tokens marked. Neighbours of one class share an element, with the white space between
  /// them, and what is plain has none.
  ///
  /// - Parameter language: nil leaves everything plain.
  /// - Complexity: linear in the code.
  package mutating func appendCode(_ code: ArraySlice<UInt8>, in language: Language?) {
    guard let language, code.count <= Language.longest else { return appendContent(code) }
    code.withUnsafeBufferPointer { code in
      var run = (tokenClass: TokenClass.plain, range: 0..<0)
      var written = 0
      language.tokens(of: code) { tokenClass, range in
        if tokenClass == run.tokenClass {
          run.range = run.range.lowerBound..<range.upperBound
        } else {
          appendRun(run.tokenClass, run.range, of: code, &written)
          run = (tokenClass, range)
        }
      }
      appendRun(run.tokenClass, run.range, of: code, &written)
      appendContent(UnsafeBufferPointer(rebasing: code[written...]))
    }
  }

  private mutating func appendRun(_ tokenClass: TokenClass, _ range: Range<Int>, of code: UnsafeBufferPointer<UInt8>, _ written: inout Int)
  {
    guard tokenClass != .plain else { return }
    appendContent(UnsafeBufferPointer(rebasing: code[written..<range.lowerBound]))
    appendLiteral(tokenClass.opening)
    appendContent(UnsafeBufferPointer(rebasing: code[range]))
    appendLiteral("</span>")
    written = range.upperBound
  }
}
