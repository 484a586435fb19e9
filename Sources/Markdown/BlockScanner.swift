/// Follows the blocks of a file line by line, as the parser will see them: which lines are code or HTML, which form a paragraph,
/// which a table. Only with that can limits be told from long code, and hidden from nobody.
struct BlockScanner {
  /// What a line is.
  enum Role {
    case blank
    /// Code, or HTML, whose text is not parsed further.
    case verbatim
    /// A line of a paragraph; `first` when it starts one.
    case paragraph(first: Bool)
    /// A heading, or the row of a table, with its cells as written.
    case heading
    case row(cells: Int)
    /// A row as below a table's head, with the cells of the line above it. They open a table when there are as many.
    case delimiter(columns: Int, above: Int, opensTable: Bool)
    case rule
  }

  /// One line, read.
  struct Line {
    var role = Role.blank
    /// Where its text starts.
    var text = 0
    /// The markers of quotations and lists that it opens or goes on with.
    var markers = 0
    /// The containers that are open behind it.
    var depth = 0
    var quotes = 0
  }

  private enum Container {
    case quote
    case item(width: Int, hasContent: Bool)
    case footnote
  }

  private enum Leaf {
    case none, paragraph, indentedCode, table
    case fence(marker: UInt8, length: Int)
    case html(HTMLBlockStart)

    var isParagraph: Bool { if case .paragraph = self { true } else { false } }
  }

  private let extensions: MarkdownExtensions
  private var containers: [Container] = []
  private var leaf = Leaf.none
  /// The cells of the paragraph's last line, for the head of a table.
  private var cellsBefore = 0

  init(_ extensions: MarkdownExtensions) {
    self.extensions = extensions
  }

  /// Reads the next line.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Line {
    var scanner = LineScanner(bytes, range)
    var line = Line()
    let matched = matchContainers(&scanner, &line)
    let isMatched = matched == containers.count
    line.role = (isMatched ? continueLeaf(&scanner) : nil) ?? openBlocks(&scanner, &line, matched: matched)
    line.text = scanner.text
    line.depth = containers.count
    line.quotes = containers.count { if case .quote = $0 { true } else { false } }
    if case .paragraph = line.role { cellsBefore = scanner.cells }
    if !scanner.isBlank { noteContent() }
    return line
  }

  /// Notes that the open items hold something, so that blank lines do not end them.
  private mutating func noteContent() {
    for index in containers.indices.reversed() {
      guard case .item(let width, false) = containers[index] else { continue }
      containers[index] = .item(width: width, hasContent: true)
    }
  }

  /// Goes over what continues the open containers and tells how many go on.
  private func matchContainers(_ scanner: inout LineScanner, _ line: inout Line) -> Int {
    for (index, container) in containers.enumerated() {
      switch container {
      case .quote:
        guard scanner.indent < 4, scanner.isQuote else { return index }
        skipQuote(&scanner)
        line.markers += 1
      case .item(let width, let hasContent):
        if scanner.indent >= width {
          scanner.skip(columns: width)
        } else if scanner.isBlank, hasContent {
          scanner.skip(columns: scanner.indent)
        } else {
          return index
        }
      case .footnote:
        if scanner.indent >= 4 {
          scanner.skip(columns: 4)
        } else if !scanner.isBlank {
          return index
        }
      }
    }
    return containers.count
  }

  private func skipQuote(_ scanner: inout LineScanner) {
    scanner.skip(marker: 1)
    if scanner.indent > 0 { scanner.skip(columns: 1) }
  }

  /// What a line is to the code or HTML it stands in; nil when it is in neither.
  private mutating func continueLeaf(_ scanner: inout LineScanner) -> Role? {
    switch leaf {
    case .fence(let marker, let length):
      if scanner.indent < 4, scanner.closesFence(marker, length) { leaf = .none }
      return .verbatim
    case .html(.untilBlank):
      if !scanner.isBlank { return .verbatim }
      leaf = .none
      return .blank
    case .html(let start):
      if start.ends(in: scanner.rest) { leaf = .none }
      return .verbatim
    case .indentedCode: return scanner.isBlank ? .blank : scanner.indent >= 4 ? .verbatim : nil
    case .none, .paragraph, .table: return nil
    }
  }

  /// Opens what the rest of a line starts.
  private mutating func openBlocks(_ scanner: inout LineScanner, _ line: inout Line, matched: Int) -> Role {
    let isMatched = matched == containers.count
    var isFresh = false
    while !scanner.isBlank, line.markers <= Limit.markersOnLine.maximum {
      let inParagraph = !isFresh && isMatched && leaf.isParagraph
      guard scanner.indent < 4 else {
        if !isFresh, leaf.isParagraph { break }
        close(to: matched, &isFresh)
        leaf = .indentedCode
        return .verbatim
      }
      if let (role, opened) = openLeaf(scanner, inParagraph: inParagraph) {
        close(to: matched, &isFresh)
        leaf = opened
        return role
      } else if scanner.isQuote {
        close(to: matched, &isFresh)
        containers.append(.quote)
        skipQuote(&scanner)
      } else if extensions.contains(.footnotes), let length = scanner.footnoteMarker {
        close(to: matched, &isFresh)
        containers.append(.footnote)
        scanner.skip(marker: length)
      } else if let length = scanner.listMarker(interrupting: inParagraph) {
        close(to: matched, &isFresh)
        openItem(&scanner, marker: length)
      } else {
        break
      }
      line.markers += 1
    }
    if line.markers > Limit.markersOnLine.maximum { line.markers += scanner.remainingMarkers }
    return text(scanner, matched: matched, isFresh: isFresh)
  }

  /// Closes the containers that did not go on, once a line has shown that it is no lazy one.
  private mutating func close(to matched: Int, _ isFresh: inout Bool) {
    if !isFresh { containers.removeSubrange(matched...) }
    isFresh = true
    leaf = .none
  }

  private func openLeaf(_ scanner: LineScanner, inParagraph: Bool) -> (Role, Leaf)? {
    if scanner.isATXHeading { return (.heading, .none) }
    if let fence = scanner.openingFence { return (.verbatim, .fence(marker: fence.marker, length: fence.length)) }
    if let start = HTMLBlockStart(scanner.rest, interrupting: inParagraph) {
      return (.verbatim, start.ends(in: scanner.rest) ? .none : .html(start))
    }
    if inParagraph, scanner.isSetextUnderline { return (.rule, .none) }
    return scanner.isThematicBreak ? (.rule, .none) : nil
  }

  /// Opens an item. Its text starts behind the marker and one to four columns of space (CommonMark 5.2).
  private mutating func openItem(_ scanner: inout LineScanner, marker length: Int) {
    let indent = scanner.indent
    scanner.skip(marker: length)
    let space = scanner.indent
    let isOneOnly = space > 4 || space < 1 || scanner.isBlank
    containers.append(.item(width: indent + length + (isOneOnly ? 1 : space), hasContent: false))
    scanner.skip(columns: isOneOnly ? 1 : space)
  }

  /// What a line is that starts no block: a paragraph's text, the row of a table, or blank.
  private mutating func text(_ scanner: LineScanner, matched: Int, isFresh: Bool) -> Role {
    var isFresh = isFresh
    let isMatched = matched == containers.count
    if scanner.isBlank {
      close(to: matched, &isFresh)
      return .blank
    }
    if !isFresh, leaf.isParagraph {
      guard isMatched, extensions.contains(.tables), let columns = scanner.delimiterColumns else { return .paragraph(first: false) }
      let opensTable = columns == cellsBefore
      if opensTable { leaf = .table }
      return .delimiter(columns: columns, above: cellsBefore, opensTable: opensTable)
    }
    if !isFresh, isMatched, case .table = leaf { return .row(cells: scanner.cells) }
    close(to: matched, &isFresh)
    leaf = .paragraph
    return .paragraph(first: true)
  }
}
