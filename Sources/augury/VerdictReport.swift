import Diagnostics
import Examples
import Files
import Library

/// What `verify` says of its verdicts: failures with their places and differences, then a line an engine.
struct VerdictReport {
  let pages: [Verification.Page]
  /// The library's folder as the user names it.
  let root: String

  /// Everything that failed, page by page.
  var failures: String {
    pages.flatMap { page in
      page.verdicts.compactMap { verdict in
        if case .failed(let failure) = verdict.outcome { text(failure, of: verdict.fence, on: page) } else { nil }
      }
    }.joined(separator: "\n")
  }

  private func text(_ failure: Verdict.Failure, of fence: RunnableFence, on page: Verification.Page) -> String {
    let path = Path.join(root, page.source.path)
    let heading = page.source.position(at: fence.heading.lowerBound).line
    let line = heading + (failure.line ?? 0)
    let what = fence.isSetup ? "\(fence.system), set-up" : fence.system
    var text = "failed \(path):\(line) (\(what)): \(failure.headline)\n"
    if failure.result != nil { text += "--- \(path):\(heading) expected\n+++ printed\n" }
    text += failure.details
    return text.split(separator: "\n" as Character, omittingEmptySubsequences: false).map { SourceExcerpt.visible(String($0)) }.joined(
      separator: "\n"
    )
  }

  /// How many fences came to what; set-ups count where they fail only.
  struct Counts {
    var ran = 0
    var checked = 0
    var skipped = 0
    var failed = 0
    var proven = 0

    var text: String {
      let parts = [(ran, "ran"), (checked, "syntax or calls checked"), (skipped, "skipped"), (failed, "failed")]
      let total = ran + checked + skipped + failed
      let known = proven > 0 ? " (\(proven) as their receipts say)" : ""
      guard total > 0 else { return "0 examples" }
      return "\(Words.counted(total, "example")): " + parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + known
    }
  }

  var counts: Counts {
    var counts = Counts()
    for verdict in pages.flatMap(\.verdicts) where !verdict.fence.isSetup || verdict.isFailed {
      switch verdict.outcome {
      case .passed(let receipt), .proven(let receipt): if receipt.rung >= .c { counts.ran += 1 } else { counts.checked += 1 }
      case .failed: counts.failed += 1
      case .skipped: counts.skipped += 1
      }
      if case .proven = verdict.outcome { counts.proven += 1 }
    }
    return counts
  }

  /// A line for what each engine came to, and for each reason why something was skipped, with its number; sorted.
  var lines: [String] {
    var numbers: [String: Int] = [:]
    for verdict in pages.flatMap(\.verdicts) where !verdict.fence.isSetup || verdict.isFailed {
      let what =
        switch verdict.outcome {
        case .passed(let receipt), .proven(let receipt): receipt.words
        case .failed: "failed"
        case .skipped(let reason): "skipped: \(reason)"
        }
      numbers["\(verdict.fence.system): \(what)", default: 0] += 1
    }
    return numbers.sorted { $0.key < $1.key }.map { SourceExcerpt.visible("  \($0.value)  \($0.key)") }
  }
}

extension Verdict {
  fileprivate var isFailed: Bool {
    if case .failed = outcome { true } else { false }
  }

  /// Whether an engine was missing, or there is none; an author who said `run=no` wants it so.
  var isWithoutEngine: Bool {
    if case .skipped = outcome { fence.skipReason == nil } else { false }
  }
}
