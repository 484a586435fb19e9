internal import Markdown

/// The steps that the guide of a workflow goes through: headings `Step 1: Plan`, numbered headings or an ordered list under a heading
/// `Steps`, or a list under the label `**Steps**:`.
package struct GuideSteps {
  /// Each step as it is written, with the node of its heading or item. Never empty.
  package let steps: [(step: Workflow.Step, node: Int)]

  /// Nil for a guide that tells its steps in another form, or that has several procedures.
  package init?(_ guide: MarkdownFile) {
    let found =
      GuideSteps.stepHeadings(of: guide) ?? GuideSteps.underSteps(of: guide) ?? GuideSteps.labelled(in: guide)
    guard let found, !found.isEmpty else { return nil }
    steps = found
  }

  private typealias Steps = [(step: Workflow.Step, node: Int)]

  /// Headings `Step 1: Plan`, with numbers that rise from 1.
  private static func stepHeadings(of guide: MarkdownFile) -> Steps? {
    let steps = guide.headings.compactMap { heading -> (number: Int, text: String, node: Int)? in
      guard heading.title.lowercased().hasPrefix("step ") else { return nil }
      let digits = heading.title.dropFirst(5).prefix { $0.isASCII && $0.isNumber }
      let text = heading.title.dropFirst(5 + digits.count).drop { ":.)-–— ".contains($0) }
      guard let number = Int(digits), !text.isEmpty else { return nil }
      return (number, String(text), heading.node)
    }
    guard steps.count > 1, steps.first?.number == 1 else { return nil }
    guard zip(steps, steps.dropFirst()).allSatisfy({ $0.number < $1.number }) else { return [] }
    return steps.map { (Workflow.Step(text: $0.text), $0.node) }
  }

  /// What stands under the one heading `Steps`.
  private static func underSteps(of guide: MarkdownFile) -> Steps? {
    let headings = guide.headings.indices.filter { guide.headings[$0].title.lowercased() == "steps" }
    guard headings.count == 1, let position = headings.first else { return nil }
    let heading = guide.headings[position]
    let below = guide.headings[(position + 1)...].prefix { $0.level > heading.level }
    let numbered = below.compactMap { heading -> (Workflow.Step, Int)? in
      let title = WorkflowReader.numbered(heading.title)
      return title.number == nil ? nil : (Workflow.Step(text: title.text), heading.node)
    }
    if !numbered.isEmpty { return numbered }
    let list = guide.document.children(of: 0).first { $0 > heading.node }
    return list.flatMap { isOrdered($0, in: guide.document) ? items(of: $0, in: guide.document) : nil }
  }

  /// The first list under the one label `**Steps**:`.
  private static func labelled(in guide: MarkdownFile) -> Steps? {
    let blocks = Section.sections(of: guide.document, headings: guide.headings).compactMap { $0.block(Label.isSteps) }
    guard blocks.count == 1, let list = blocks[0].content.first, case .list = guide.document.nodes[list].kind else { return nil }
    return items(of: list, in: guide.document)
  }

  private static func isOrdered(_ node: Int, in document: Document) -> Bool {
    if case .list(.some, _) = document.nodes[node].kind { true } else { false }
  }

  private static func items(of list: Int, in document: Document) -> Steps {
    document.children(of: list).compactMap { item in
      document.children(of: item).first { _ in true }.map { (Workflow.Step(text: document.plainText(of: $0).trimmed), $0) }
    }
  }
}
