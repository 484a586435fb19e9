internal import Files
internal import Markdown

/// Reads the runnable fences of a page from its code blocks and directives.
struct FenceReader {
  let page: MarkdownFile
  /// The engines that the library defines itself.
  let own: Set<String>
  private(set) var fences: [RunnableFence] = []
  private(set) var flaws: [FenceFlaw] = []

  /// What the page's defaults say.
  private var defaults: [String: String] = [:]
  /// Whether the last code block may be followed by a result: it is the last of `fences`, or could not be read, or is another result.
  private var awaitsResult = AwaitedResult.none

  private enum AwaitedResult { case none, ofLast, ofFaulty }

  private static let defaultKeys = ["engine", "session", "db", "expect"]
  private static let setupKeys = ["engine", "session", "db"]

  init(page: MarkdownFile, own: Set<String>) {
    self.page = page
    self.own = own
  }

  mutating func read() {
    let directives = Directive.all(in: page).filter(\.isAlone)
    for directive in directives where directive.name == "defaults" { readDefaults(directive) }
    let blocks = page.document.nodes.indices.filter {
      if case .codeBlock(_, _, .some) = page.document.nodes[$0].kind { true } else { false }
    }
    .map { Piece(start: page.document.nodes[$0].span.lowerBound, block: $0, setup: nil) }
    let setups = directives.filter { $0.name == "setup" }.map { Piece(start: $0.range.lowerBound, block: nil, setup: $0) }
    // Footnotes stand at the end of a tree, wherever their text is.
    for piece in (blocks + setups).sorted(by: { $0.start < $1.start }) {
      if let block = piece.block { readBlock(block) }
      if let setup = piece.setup { readSetup(setup) }
    }
    for fence in fences where fence.results.isEmpty && fence.skipReason == nil && fence.expectation.needsResult {
      flaw(.missingResult(fence.expectation.text), fence.heading)
    }
  }

  private struct Piece {
    let start: Int
    let block: Int?
    let setup: Directive?
  }
}

// MARK: - Blocks

extension FenceReader {
  private mutating func readBlock(_ index: Int) {
    let node = page.document.nodes[index]
    guard case .codeBlock(_, let literal, .some(let fence)) = node.kind else { return }
    let heading = self.heading(of: node, fence)
    let words = page.source.bytes[heading].split(whereSeparator: FenceAttribute.isSpace)
    let language = words.first.map { String(decoding: $0, as: UTF8.self).lowercased() } ?? ""
    let code = page.document.string(literal)
    if words.count == 2, let versions = resultVersions(words[1]) { return addResult(for: versions, text: code, node, heading) }
    awaitsResult = .none
    let attributes = words.count > 1 ? FenceAttribute.all(in: page.source.bytes[words[1].startIndex..<heading.upperBound]) : []
    let isDefault = FenceSystem.all.contains { $0.id == Self.name(defaults["engine"] ?? "").id && $0.languages.contains(language) }
    guard isDefault || attributes.contains(where: { $0.key == "engine" }) else { return }
    let flawsBefore = flaws.count { $0.isFatal }
    let values = read(attributes, allowed: FenceAttributes.keys)
    let made = makeFence(values, heading: heading, block: node.span, language: language, code: code, isSetup: false)
    guard let made, flaws.count(where: \.isFatal) == flawsBefore else {
      awaitsResult = .ofFaulty
      return
    }
    fences.append(made)
    awaitsResult = .ofLast
  }

  /// The bytes behind the fence on a block's first line.
  private func heading(of node: Node, _ fence: Fence) -> Range<Int> {
    let mark = UInt8(ascii: fence.isTilde ? "~" : "`")
    let line = node.span.lowerBound..<page.source.lineRange(at: node.span.lowerBound).upperBound
    let bytes = page.source.bytes[line]
    let marks = bytes.range(ofBytes: [mark, mark, mark]) ?? line.lowerBound..<line.lowerBound
    return bytes[marks.lowerBound...].drop { $0 == mark }.startIndex..<line.upperBound
  }

  /// The versions that `result` (empty) or `result@18` is for; nil for any other word.
  private func resultVersions(_ word: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: word, as: UTF8.self)
    return text == "result" ? "" : text.hasPrefix("result@") ? String(text.dropFirst(7)) : nil
  }

  private mutating func addResult(for versions: String, text: String, _ node: Node, _ heading: Range<Int>) {
    let range = versions.isEmpty ? nil : VersionRange(versions)
    if !versions.isEmpty, range == nil {
      return flaw(.unfitValue(key: "result", value: versions, allowed: "a version or a range of versions behind the `@`"), heading)
    }
    switch awaitsResult {
    case .none: flaw(.strayResult, heading)
    case .ofFaulty: break
    case .ofLast:
      let last = fences.count - 1
      fences[last].results.append(ResultBlock(versions: range, versionText: versions, text: text, block: node.span))
      if fences[last].expectation == .ok { fences[last].expectation = .rows }
    }
  }
}

// MARK: - Directives

extension FenceReader {
  private mutating func readDefaults(_ directive: Directive) {
    let body = content(of: directive, behind: "defaults")
    for (key, value) in read(FenceAttribute.all(in: page.source.bytes[body]), allowed: Self.defaultKeys) { defaults[key] = value.text }
    if let engine = defaults["engine"] { checkEngine((engine, directive.range)) }
  }

  private mutating func readSetup(_ directive: Directive) {
    let body = content(of: directive, behind: "setup")
    let line = body.lowerBound..<min(page.source.lineRange(at: body.lowerBound).upperBound, body.upperBound)
    let flawsBefore = flaws.count { $0.isFatal }
    let values = read(FenceAttribute.all(in: page.source.bytes[line]), allowed: Self.setupKeys)
    guard values["engine"] != nil || defaults["engine"] != nil else { return flaw(.noEngine, directive.range) }
    let code = page.source.text(line.upperBound..<body.upperBound).trimmed + "\n"
    let made = makeFence(values, heading: directive.range, block: directive.range, language: "", code: code, isSetup: true)
    if let made, flaws.count(where: \.isFatal) == flawsBefore { fences.append(made) }
  }

  /// The bytes of a directive between its name and the end of its comment.
  private func content(of directive: Directive, behind name: String) -> Range<Int> {
    let bytes = page.source.bytes[directive.range]
    let start = bytes.range(ofBytes: name.utf8)?.upperBound ?? directive.range.upperBound
    let end = bytes.range(ofBytes: "-->".utf8)?.lowerBound ?? directive.range.upperBound
    return start..<max(start, end)
  }
}

// MARK: - Attributes

extension FenceReader {
  private typealias Value = (text: String, range: Range<Int>)

  /// The values by key; what is not one of the allowed keys is a flaw.
  private mutating func read(_ attributes: [FenceAttribute], allowed: [String]) -> [String: Value] {
    var values: [String: Value] = [:]
    for attribute in attributes {
      guard let value = attribute.value else {
        flaw(.looseWord(attribute.key), attribute.range)
        continue
      }
      if !allowed.contains(attribute.key) {
        flaw(.unknownAttribute(attribute.key), attribute.range)
      } else if values[attribute.key] != nil {
        flaw(.repeatedAttribute(attribute.key), attribute.range)
      } else {
        values[attribute.key] = (value, attribute.range)
      }
    }
    return values
  }

  private mutating func makeFence(
    _ values: [String: Value],
    heading: Range<Int>,
    block: Range<Int>,
    language: String,
    code: String,
    isSetup: Bool
  ) -> RunnableFence? {
    let value = { [defaults] (key: String) in values[key] ?? defaults[key].map { ($0, heading) } }
    guard let engine = value("engine"), let system = checkEngine(engine) else { return nil }
    let names = ["db", "session"].map { key in name(value(key), key: key) }
    let expectation = isSetup ? .ok : self.expectation(value("expect"))
    return RunnableFence(
      path: page.path,
      module: page.module,
      system: system.id,
      versions: system.versions,
      versionText: system.text,
      database: names[0],
      session: names[1].isEmpty ? RunnableFence.mainSession : names[1],
      expectation: expectation,
      skipReason: skipReason(values["run"], values["reason"], heading),
      language: language,
      code: code,
      block: block,
      heading: heading,
      isSetup: isSetup
    )
  }

  /// The parts of `postgresql@>=15`.
  private static func name(_ text: String) -> (id: String, range: String?) {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    return (parts.first.map(String.init) ?? "", parts.count > 1 ? String(parts[1]) : nil)
  }

  @discardableResult
  private mutating func checkEngine(_ value: Value) -> (id: String, versions: VersionRange?, text: String)? {
    let (id, text) = Self.name(value.text)
    guard FenceSystem.all.contains(where: { $0.id == id }) || own.contains(id) else {
      flaw(.unknownEngine(id), value.range)
      return nil
    }
    guard let text else { return (id, nil, "") }
    guard !text.isEmpty, let versions = VersionRange(text) else {
      flaw(.unfitValue(key: "engine", value: value.text, allowed: "a version or a range of versions behind the `@`"), value.range)
      return nil
    }
    return (id, versions, text)
  }

  /// The name of a database or a session: it becomes part of names on a server and on the disk.
  private mutating func name(_ value: Value?, key: String) -> String {
    guard let value else { return "" }
    let isName = value.text.utf8.allSatisfy { Version.isIdentifierByte($0) || $0 == UInt8(ascii: "_") }
    if value.text.isEmpty || !isName || value.text.utf8.count > 30 {
      flaw(.unfitValue(key: key, value: value.text, allowed: "at most 30 letters, digits, `-` and `_`"), value.range)
    }
    return value.text
  }

  private mutating func expectation(_ value: Value?) -> Expectation {
    guard let value else { return .ok }
    guard let expectation = Expectation(value.text) else {
      let forms = Expectation.forms.map { "`\($0)`" }.joined(separator: ", ")
      flaw(.unfitValue(key: "expect", value: value.text, allowed: "one of \(forms)"), value.range)
      return .ok
    }
    if expectation == .error(code: nil) { flaw(.uncertainError, value.range) }
    return expectation
  }

  private mutating func skipReason(_ run: Value?, _ reason: Value?, _ heading: Range<Int>) -> String? {
    guard let run else { return nil }
    guard run.text == "no" || run.text == "yes" else {
      flaw(.unfitValue(key: "run", value: run.text, allowed: "`no`, with a reason, or left out"), run.range)
      return nil
    }
    guard run.text == "no" else { return nil }
    if reason?.text.trimmed.isEmpty ?? true { flaw(.unexplainedSkip, run.range) }
    return reason?.text ?? ""
  }

  private mutating func flaw(_ kind: FenceFlaw.Kind, _ range: Range<Int>) {
    flaws.append(FenceFlaw(kind: kind, range: range))
  }
}
