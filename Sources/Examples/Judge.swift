internal import Files
internal import Library

/// Judges answers by what a page's fences expect.
struct Judge {
  let engine: any Engine
  let version: String

  /// What came of a fence that has answered.
  func outcome(of fence: RunnableFence, _ answer: Answer, _ matching: inout Matching) -> Verdict.Outcome {
    switch (fence.expectation, answer.error) {
    case (.error(let code), let error?):
      if let code, !error.codes.contains(code) {
        return failed("error \(error.codes.first ?? "") instead of \(code)", answer)
      }
    case (.error(let code), nil):
      // A parser knows nothing of errors that only running brings.
      if engine.rung.runs { return failed("no error" + (code.map { "; \($0) was expected" } ?? ""), answer) }
    case (_, let error?): return failed("error \(error.codes.first ?? "")", answer)
    case (_, nil): break
    }
    let receipt = Judge.receipt(for: fence, engine: engine, version: version)
    guard engine.rung.runs, !fence.results.isEmpty || fence.expectation.needsResult else { return .passed(receipt) }
    guard let result = fence.result(for: Version(reading: version)) else {
      let lines = Matching.lines(answer.output).map { $0 + "\n" }.joined()
      let headline = fence.results.isEmpty ? "no result block" : "no result block for \(engine.program) \(version)"
      return .failed(.init(headline, details: lines, result: fence.results.isEmpty ? lines : nil, receipt: receipt))
    }
    let isMet = matching.matches(result.text, answer.output, as: fence.expectation, masks: engine.masks)
    return isMet ? .passed(receipt) : differs(result, answer.output, fence, receipt, matching)
  }

  private func failed(_ headline: String, _ answer: Answer) -> Verdict.Outcome {
    .failed(.init(headline, line: answer.error?.line, details: answer.output))
  }

  /// The failure of a result that is not what was printed, with what would mend it.
  private func differs(
    _ result: ResultBlock,
    _ output: String,
    _ fence: RunnableFence,
    _ receipt: Receipt,
    _ matching: Matching
  ) -> Verdict.Outcome {
    let isSorted = fence.expectation == .sortedRows
    let wanted = Matching.lines(result.text)
    let printed = Matching.lines(output)
    let fits = { (wanted: String, line: String) in
      var names = matching.names
      let hide = { (text: String) in engine.masks.reduce(text) { $1.hiding($0) } }
      let isPart = fence.expectation == .plan && line.contains(wanted)
      return isPart || LinePattern(hide(wanted)).matches(hide(line), &names)
    }
    let diff = LineDiff(expected: isSorted ? wanted.sorted() : wanted, actual: isSorted ? printed.sorted() : printed, fits: fits)
    let merged = (isSorted ? printed : diff.merged).map { $0 + "\n" }.joined()
    return .failed(.init("the output differs", details: diff.unified, result: merged, receipt: receipt))
  }

  /// The receipt of a fence that came to what it expects.
  static func receipt(for fence: RunnableFence, engine: any Engine, version: String) -> Receipt {
    return Receipt(
      fence: fence.hash,
      system: fence.system,
      rung: engine.rung,
      result: fence.resultHash(for: version, runs: engine.rung.runs),
      version: version,
      program: engine.program
    )
  }
}

extension RunnableFence {
  /// The hash of what counts as its result: what was expected and met, not the output, parts of which may be masked.
  ///
  /// - Parameter runs: whether an output was compared.
  func resultHash(for version: String, runs: Bool) -> String {
    var hash = QuickHash()
    hash.mix(Array(expectation.text.utf8))
    if runs { hash.mix(Array((result(for: Version(reading: version))?.text ?? "").utf8)) }
    return hash.text
  }
}

extension Rung {
  /// Whether something runs whose output can be compared: everything but a parser, a client library against a stub too.
  var runs: Bool { self >= .c || self == .e }
}

extension Version {
  /// The version that an engine tells: `15.18`, `3.40.1`, `5.2.15(1)-release`; nil when it starts with no number.
  init?(reading text: String) {
    let numbers = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }.split(separator: "." as Character).prefix(3).map { Int($0) ?? 0 }
    guard !numbers.isEmpty else { return nil }
    let padded = numbers + [0, 0]
    self.init("\(padded[0]).\(padded[1]).\(padded[2])")
  }
}
