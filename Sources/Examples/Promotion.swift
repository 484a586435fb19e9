internal import Files
package import Library

/// What `verify --promote` changes: result blocks that say something else than what was printed, and receipts.
package struct Promotion {
  /// Pages with their new content, by path; only those that change.
  package let pages: [String: [UInt8]]

  /// Rewrites the result blocks of fences whose only fault they are, and adds those that are missing.
  package init(of run: [Verification.Page]) {
    var pages: [String: [UInt8]] = [:]
    for page in run {
      var bytes = page.source.bytes
      // From the end, so that the places before a change stay right.
      for verdict in page.verdicts.reversed() {
        guard case .failed(let failure) = verdict.outcome, let result = failure.result, let receipt = failure.receipt else { continue }
        let fence = verdict.fence
        let edit =
          fence.result(for: Version(reading: receipt.version)).map { ResultBlockText($0.block, in: page.source).replaced(by: result) }
          ?? ResultBlockText(fence.block, in: page.source).followed(by: result)
        bytes.replaceSubrange(edit.range, with: edit.bytes)
      }
      if bytes != page.source.bytes { pages[page.source.path] = bytes }
    }
    self.pages = pages
  }

  /// The receipt files that the run comes to, by path: each fence that came to what it expects has one, and whoever did not run
  /// keeps a valid one.
  ///
  /// - Parameters:
  ///   - library: the library with the changed pages.
  ///   - run: what ran, in the library as it was.
  package static func receipts(of run: [Verification.Page], in library: Library) -> [String: [UInt8]] {
    let pages = Dictionary(run.map { ($0.source.path, $0) }, uniquingKeysWith: { first, _ in first })
    var files: [String: [UInt8]] = [:]
    for module in library.modules {
      let old = library.receipts(ofModule: module.id)
      var receipts = Receipts()
      for page in module.pages {
        receipts.pages[page.pathInModule] = self.receipts(of: library.fences(of: page).fences, pages[page.path]) { fence in
          old?.receipt(of: fence, onPage: page.pathInModule)
        }
      }
      let isEmpty = receipts.pages.values.allSatisfy(\.isEmpty)
      if !isEmpty || old != nil { files[Receipts.path(ofModule: module.id)] = receipts.bytes }
    }
    return files
  }

  private static func receipts(
    of fences: [RunnableFence],
    _ page: Verification.Page?,
    old: (RunnableFence) -> Receipt?
  ) -> [Receipt] {
    // A promoted page has the same fences in the same order; their places have moved, and their hashes may have.
    let ran = Dictionary(grouping: page?.verdicts ?? []) { $0.fence.ordinalKey }
    var seen: [RunnableFence.OrdinalKey: Int] = [:]
    return fences.compactMap { fence in
      guard fence.skipReason == nil, !fence.isSetup else { return nil }
      let key = fence.ordinalKey
      let position = seen[key, default: 0]
      seen[key] = position + 1
      let verdict = ran[key].flatMap { position < $0.count ? $0[position] : nil }
      switch verdict?.outcome {
      case .passed(let receipt): return Receipt(receipt, of: fence)
      case .failed(let failure): return failure.result == nil ? nil : failure.receipt.map { Receipt($0, of: fence) }
      case .proven(let receipt): return receipt
      case .skipped, nil: return old(fence)
      }
    }
  }
}

extension RunnableFence {
  /// What a fence is known by where results change: everything but them.
  fileprivate struct OrdinalKey: Hashable {
    let place: Place
    let session: String
    let language: String
    let code: String
    let isSetup: Bool
  }

  fileprivate var ordinalKey: OrdinalKey {
    OrdinalKey(place: place, session: session, language: language, code: code, isSetup: isSetup)
  }
}

extension Receipt {
  /// The receipt of a run for the fence as it now is.
  fileprivate init(_ receipt: Receipt, of fence: RunnableFence) {
    self.init(
      fence: fence.hash,
      system: receipt.system,
      rung: receipt.rung,
      result: fence.resultHash(for: receipt.version, runs: receipt.rung.runs),
      version: receipt.version,
      program: receipt.program
    )
  }
}
