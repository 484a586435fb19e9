internal import Markdown

/// A heading and the blocks under it up to the next heading, with its labelled blocks.
///
/// A labelled block is a paragraph that starts with a bold label and a colon (`**Purpose**: text`, `**Steps**:`). A heading
/// that is nothing but the label of a prompt (`#### AI Prompt Template`) counts as one too: public modules write it so.
struct Section {
  /// Index in `MarkdownFile.headings`; nil for what stands before the first heading.
  let heading: Int?
  private(set) var blocks: [LabelledBlock] = []
  /// Index of the first paragraph that is no label in the document.
  private var leadNode: Int?

  /// The sections of a document in order.
  static func sections(of document: Document, headings: [Heading]) -> [Section] {
    let indexOf = Dictionary(uniqueKeysWithValues: headings.enumerated().map { ($1.node, $0) })
    var sections = [Section(heading: nil)]
    for node in document.children(of: 0) {
      if let index = indexOf[node] {
        let title = headings[index].title
        if Label.isPrompt(title), sections.count > 1 {
          sections[sections.count - 1].blocks.append(LabelledBlock(label: title, id: nil, text: "", node: node, content: []))
        } else {
          sections.append(Section(heading: index))
        }
      } else {
        sections[sections.count - 1].add(block: node, of: document)
      }
    }
    return sections
  }

  /// The first paragraph that is no label, as plain text; empty when there is none.
  func lead(in document: Document) -> String {
    leadNode.map { document.plainText(of: $0).trimmed } ?? ""
  }

  /// The first block with one of the labels of a kind.
  func block(_ isLabel: (String) -> Bool) -> LabelledBlock? {
    blocks.first { isLabel($0.label) }
  }

  /// Each prompt label with the table of variables that follows it before the next prompt.
  var prompts: [(label: LabelledBlock, variables: LabelledBlock?)] {
    let starts = blocks.indices.filter { Label.isPrompt(blocks[$0].label) }
    return starts.enumerated().map { position, start in
      let end = position + 1 < starts.count ? starts[position + 1] : blocks.count
      return (blocks[start], blocks[start..<end].first { Label.isVariables($0.label) })
    }
  }

  private mutating func add(block node: Int, of document: Document) {
    if case .paragraph = document.nodes[node].kind {
      if let label = Label.read(paragraph: node, of: document) {
        return blocks.append(label)
      }
      leadNode = leadNode ?? node
    }
    if !blocks.isEmpty { blocks[blocks.count - 1].content.append(node) }
  }
}

/// The labels of labelled blocks.
enum Label {
  private static let promptLabels: Set<String> = ["ai prompt template", "prompt template", "ai prompt", "prompt"]

  static func isPrompt(_ label: String) -> Bool {
    label.utf8.count < 20 && promptLabels.contains(label.lowercased())
  }

  static func isPurpose(_ label: String) -> Bool { label.lowercased() == "purpose" }
  static func isSteps(_ label: String) -> Bool { label.lowercased() == "steps" }
  static func isVariables(_ label: String) -> Bool { label.lowercased() == "variables" }

  /// The label at the start of a paragraph: bold text and a colon, which may stand inside the bold text. A code span between
  /// the label and the colon is its id.
  static func read(paragraph: Int, of document: Document) -> LabelledBlock? {
    // Most paragraphs start with something else, which stands right behind their own node.
    guard paragraph + 1 < document.nodes.count, case .strong = document.nodes[paragraph + 1].kind else { return nil }
    var inlines = Array(document.children(of: paragraph))[...]
    guard let strong = inlines.popFirst() else { return nil }
    var label = document.plainText(of: strong).trimmed
    var id: String?
    var text = inlines.map { document.plainText(of: $0) }.joined()
    if label.hasSuffix(":") {
      label = label.dropLast().trimmed
    } else {
      if let code = inlines.dropFirst().first, case .code(let literal) = document.nodes[code].kind,
        let between = inlines.first, document.plainText(of: between).trimmed.isEmpty
      {
        id = document.string(literal)
        text = inlines.dropFirst(2).map { document.plainText(of: $0) }.joined()
      }
      guard text.trimmed.hasPrefix(":") else { return nil }
      text = String(text.trimmed.dropFirst())
    }
    guard !label.isEmpty else { return nil }
    return LabelledBlock(label: label, id: id, text: text.trimmed, node: paragraph, content: [])
  }
}
