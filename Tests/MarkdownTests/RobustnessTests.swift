import Testing

@testable import Markdown

@Suite struct RobustnessTests {
  @Test(arguments: PlaceTests.cases.map(\.markdown))
  func `any prefix of a file gives a sound tree`(markdown: String) {
    let bytes = Array(markdown.utf8)
    for length in 0...bytes.count {
      let prefix = Array(bytes.prefix(length))
      let document = Document(parsing: prefix, skipping: FrontMatter.length(in: prefix))
      #expect(isSound(document, prefix.count), "\(length) bytes of \(markdown)")
      #expect(String(validating: HTMLRenderer(.module).render(document), as: UTF8.self) != nil)
    }
  }

  /// Whether all places lie in the file and all nodes in each other.
  private func isSound(_ document: Document, _ count: Int) -> Bool {
    var open: [Int] = []
    for (index, node) in document.nodes.enumerated() {
      while let last = open.last, last <= index { open.removeLast() }
      guard node.start >= 0, node.start <= node.stop, Int(node.stop) <= count else { return false }
      guard Int(node.end) > index, Int(node.end) <= open.last ?? document.nodes.count else { return false }
      open.append(Int(node.end))
    }
    return true
  }

  @Test func `four tasks parse what one parses`() async {
    let sources = PlaceTests.cases.map { Array(String(repeating: $0.markdown + "\n\n", count: 20).utf8) }
    let serial = sources.map { HTMLRenderer(.module).render(Document(parsing: $0)) }
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 {
        group.addTask {
          (0..<15).allSatisfy { _ in sources.map { HTMLRenderer(.module).render(Document(parsing: $0)) } == serial }
        }
      }
      for await isSame in group { #expect(isSame) }
    }
  }
}
