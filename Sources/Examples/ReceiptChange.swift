internal import Files
package import Library

/// How the receipts that a run comes to differ from those of the library.
package enum ReceiptChange: Sendable, Hashable {
  /// There was none for the module.
  case new
  /// A fence, a result or an engine is another one.
  case stale
  /// Nothing but minor versions of engines.
  case minorVersion
  case none

  /// - Parameters:
  ///   - module: the module's id.
  ///   - bytes: what its receipts would be now.
  package init(ofModule module: String, in library: Library, to bytes: [UInt8]) {
    guard let old = library.receipts(ofModule: module) else {
      self = .new
      return
    }
    let new = Receipts(SourceFile(path: Receipts.path(ofModule: module), bytes: bytes))
    let isSame =
      Set(old.pages.keys) == Set(new.pages.keys)
      && new.pages.allSatisfy { page, receipts in
        let before = old.pages[page] ?? []
        return before.count == receipts.count
          && zip(before, receipts).allSatisfy { $0.fence == $1.fence && $0.result == $1.result && $0.isOfKind($1) }
      }
    self = !isSame ? .stale : old == new ? .none : .minorVersion
  }
}
