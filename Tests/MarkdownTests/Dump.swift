@testable import Markdown

extension Document {
  /// The tree as the tests read it: one line a node, indented by depth, with its place and what it holds.
  var dump: String {
    var open: [Int] = []
    return nodes.indices.map { index in
      while let last = open.last, Int(nodes[last].end) <= index { open.removeLast() }
      defer { open.append(index) }
      let node = nodes[index]
      return String(repeating: " ", count: open.count) + "\(name(node.kind)) @\(node.start)..<\(node.stop)"
    }.joined(separator: "\n")
  }

  private func name(_ kind: Kind) -> String {
    switch kind {
    case .heading(let level, let id): "heading(\(level)) #\(string(id))"
    case .alert(let kind): "alert(\(kind))"
    case .list(let start, let isTight): "list(\(start.map(String.init) ?? "-")\(isTight ? ", tight" : ""))"
    case .taskItem(let isChecked): "task(\(isChecked ? "x" : " "))"
    case .codeBlock(let info, let literal, let fence): "code[\(string(info))]\(name(fence)) \(quoted(literal))"
    case .htmlBlock(let text): "html \(quoted(text))"
    case .tableRow(let isHeader): isHeader ? "head" : "row"
    case .tableCell(let alignment, _): alignment == .none ? "cell" : "cell(\(alignment))"
    case .footnoteDefinition(let number, let references): "footnote(\(number), used \(references))"
    case .text(let text): "text \(quoted(text))"
    case .code(let text): "span \(quoted(text))"
    case .inlineHTML(let text): "tag \(quoted(text))"
    case .link(let destination, let title): "link(\(string(destination))\(title.isEmpty ? "" : " " + quoted(title)))"
    case .image(let destination, let title): "image(\(string(destination))\(title.isEmpty ? "" : " " + quoted(title)))"
    case .footnoteReference(let number, let ordinal): "reference(\(number).\(ordinal))"
    default: "\(kind)"
    }
  }

  private func name(_ fence: Fence?) -> String {
    guard let fence else { return "" }
    return "(\(fence.isTilde ? "~" : "`")\(fence.length)\(fence.isClosed ? "" : ", open"))"
  }

  private func quoted(_ text: Text) -> String {
    "'" + string(text).replacing("\n", with: "\\n").replacing("\r", with: "\\r") + "'"
  }
}
