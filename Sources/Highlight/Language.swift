/// How the code of a language is told apart into tokens: a table of rules by the byte they start with.
///
/// A rule moves forward or declines, and looks ahead no further than it then moves, or within a bound. So the work is linear in the
/// code whatever it holds, and nothing is ever an error: what no rule knows is plain.
package struct Language: Sendable {
  /// The longest code that is told apart, in bytes: nobody reads a dump for its colours, and its page would be several times as long.
  package static let longest = 200_000

  /// Reads a token at the scanner's place; nil when none of its kind stands there.
  typealias Scan = @Sendable (inout Scanner) -> TokenClass?

  private let scans: [Scan]
  /// For each byte where its rules start in `scans`, in the order of the language; 257 numbers.
  private let starts: [Int]
  /// Reads on in a text that holds code.
  private let text: Scan?

  /// - Parameters:
  ///   - rules: of those that start with the same byte the first that does not decline counts.
  ///   - text: reads a part of the innermost open text, see `Scanner.texts`.
  init(_ rules: [Rule], text: Scan? = nil) {
    var scans: [Scan] = []
    var starts = [0]
    for byte in 0...UInt8.max {
      scans += rules.filter { $0.starts.contains(byte) }.map(\.scan)
      starts.append(scans.count)
    }
    (self.scans, self.starts, self.text) = (scans, starts, text)
  }

  /// Calls back for each token in order; white space between them is in none.
  ///
  /// - Complexity: linear in the code.
  package func tokens(of code: UnsafeBufferPointer<UInt8>, _ body: (TokenClass, Range<Int>) -> Void) {
    var scanner = Scanner(code)
    while !scanner.isAtEnd {
      scanner.start = scanner.position
      let tokenClass: TokenClass
      if let text, let open = scanner.texts.last, open.depth == 0 {
        tokenClass = text(&scanner) ?? .plain
      } else if ByteSet.space.contains(scanner[0]) {
        scanner.position += 1
        continue
      } else {
        tokenClass = token(&scanner)
      }
      if scanner.position == scanner.start { scanner.position += 1 }
      body(tokenClass, scanner.start..<scanner.position)
      guard tokenClass != .comment else { continue }
      scanner.previous = code[scanner.position - 1]
      scanner.previousClass = tokenClass
      scanner.previousRange = scanner.start..<scanner.position
    }
  }

  private func token(_ scanner: inout Scanner) -> TokenClass {
    let first = Int(scanner[0])
    for index in starts[first]..<starts[first + 1] {
      if let tokenClass = scans[index](&scanner) { return tokenClass }
      scanner.position = scanner.start
    }
    return .plain
  }
}
