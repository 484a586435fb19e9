internal import Files
internal import Markdown

/// The runnable fences of a page in the order of its text, and what is wrong with how they are written.
package struct PageFences: Sendable {
  /// Those that can run; a fence with a fatal flaw is not among them.
  package private(set) var fences: [RunnableFence] = []
  /// In the order of their places.
  package private(set) var flaws: [FenceFlaw] = []

  /// - Parameter own: the engines that the library defines itself.
  /// - Complexity: linear; nothing is read of a page without `engine=`.
  package init(of page: MarkdownFile, own: Set<String> = []) {
    guard page.namesEngine, page.isParsed else { return }
    var reader = FenceReader(page: page, own: own)
    reader.read()
    fences = PageFences.hashed(reader.fences)
    flaws = reader.flaws.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }

  /// The fences with their hashes: each goes on from the one before in its database.
  private static func hashed(_ fences: [RunnableFence]) -> [RunnableFence] {
    var states: [RunnableFence.Place: QuickHash] = [:]
    return fences.map { fence in
      guard fence.skipReason == nil else { return fence }
      var state = states[fence.place] ?? QuickHash()
      for text in [fence.system, fence.versionText, fence.database, fence.session, fence.language, fence.expectation.text, fence.code] {
        state.mix(Array(text.utf8))
      }
      states[fence.place] = state
      for result in fence.results {
        state.mix(Array(result.versionText.utf8))
        state.mix(Array(result.text.utf8))
      }
      var fence = fence
      fence.hash = state.text
      return fence
    }
  }
}
