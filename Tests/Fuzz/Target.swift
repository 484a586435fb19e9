import Files
import JSON
import Library
import Markdown
import TestSupport
import Validation

private import Glibc

/// What an input is fed to, and what must hold for any input.
enum Target: String, CaseIterable {
  case markdown, manifest, tree, prompt, configuration

  func feed(_ input: [UInt8]) {
    switch self {
    case .markdown: Self.markdown(input)
    case .manifest: Self.manifest(input)
    case .tree: Self.tree(input)
    case .prompt: Self.prompt(input)
    case .configuration: Self.configuration(input)
    }
  }

  static let json = Array(#"{ "name": "m", "dependencies": ["a/b"] }"#.utf8)

  /// Every place lies in the file and every node in its parent; the HTML is whole, holds nothing executable, and comes out the same
  /// from a second parse; no two headings have one anchor.
  private static func markdown(_ input: [UInt8]) {
    let bytes = Array(String(decoding: input, as: UTF8.self).utf8)
    let document = Document(parsing: bytes, skipping: FrontMatter.length(in: bytes))
    var open = [document.nodes.count]
    for (index, node) in document.nodes.enumerated() {
      while let last = open.last, last <= index { open.removeLast() }
      precondition(0 <= node.start && node.start <= node.stop && Int(node.stop) <= bytes.count, "place of node \(index)")
      precondition(Int(node.end) > index && Int(node.end) <= open.last ?? 0, "end of node \(index)")
      open.append(Int(node.end))
    }
    let anchors = document.nodes.compactMap { node in
      if case .heading(_, let id) = node.kind { Array(document.bytes(id)) } else { nil }
    }
    precondition(Set(anchors).count == anchors.count, "an anchor twice")
    let html = HTMLRenderer(.module).render(document)
    let again = Document(parsing: bytes, skipping: FrontMatter.length(in: bytes))
    precondition(again.nodes.map(\.span) == document.nodes.map(\.span), "places of a second parse")
    precondition(HTMLRenderer(.module).render(again) == html, "HTML of a second parse")
    // Pages show control characters, which HTML forbids, as spaces.
    require(HTMLInspection(html.map { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F ? 0x20 : $0 }).problems)
  }

  /// Every entry of a tree has its place in the file, where its name stands.
  private static func tree(_ input: [UInt8]) {
    let drawing = String(decoding: input, as: UTF8.self)
    let readme = Array("# M\n\n~~~~~~~~~~\n\(drawing)\n~~~~~~~~~~\n".utf8)
    let library = build(["m/module.json": json, "m/README.md": readme, "m/rules/a.md": [], "m/b/c/d.md": []])
    // Behind another fence anything may stand, and libcmark-gfm reads NUL as U+FFFD, which is longer.
    let isPlain = !drawing.contains("~~~") && !input.contains(0)
    for entry in library.modules.flatMap(\.trees).flatMap(\.entries) {
      precondition(entry.range.upperBound <= readme.count, "place of an entry")
      precondition(entry.literalRange.upperBound <= input.count * 3 + 1, "place of an entry in its block")
      if isPlain { precondition(readme[entry.range].elementsEqual(entry.name.utf8), "another name at the place of an entry") }
    }
  }

  /// The pieces of a template put together are the template, and every piece has its variable. What follows a line `%` is the
  /// table of variables.
  private static func prompt(_ input: [UInt8]) {
    let pieces = String(decoding: input, as: UTF8.self).split(separator: "\n%\n", maxSplits: 1, omittingEmptySubsequences: false)
    var readme = "# M\n\n**Prompt**:\n\n~~~~~~~~~~\n\(pieces[0])\n~~~~~~~~~~\n"
    if pieces.count > 1 { readme += "\n**Variables**:\n\n| placeholder | name | type | choices |\n|---|---|---|---|\n\(pieces[1])\n" }
    let library = build(["m/module.json": json, "m/README.md": Array(readme.utf8)])
    for prompt in library.prompts {
      var text = ""
      for part in prompt.parts {
        switch part {
        case .literal(let literal): text += literal
        case .slot(let name, let source), .list(let name, let source, _):
          text += source
          precondition(prompt.variable(name) != nil, "no variable \(name)")
        }
      }
      precondition(Array(text.utf8) == Array(prompt.template.utf8), "the pieces are not the template")
    }
  }

  /// A library of some files, read and checked: sound places. One input in eight is treated further, since that takes much longer: its
  /// pages are sound, and what `check --fix` has mended needs no more of it.
  @discardableResult
  static func build(_ files: [String: [UInt8]]) -> Library {
    let tree = SourceTree(files: files)
    do {
      let configuration = tree.file(Configuration.fileName).map(Configuration.read)?.configuration ?? Configuration()
      if tree.files.reduce(0, { $1.bytes.reduce($0) { $0 &+ Int($1) } }) & 7 == 0 {
        require(try Pipeline(tree).problems())
        let repair = Repair(tree, configuration: configuration, check: try Check()) { _ in true }
        let again = Repair(repair.tree, configuration: configuration, check: try Check()) { _ in true }
        require(again.changed.map { "\($0.path) is mended twice" })
      }
      let library = Loader.load(tree, configuration: configuration)
      require(Pipeline.misplaced(try Check().findings(in: library), in: library))
      return library
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// Ends the process when there are problems. They are printed, since an optimised program drops the words of a precondition.
  static func require(_ problems: [String]) {
    if problems.isEmpty { return }
    let text = Array("\(problems.joined(separator: "\n"))\n".utf8)
    _ = write(STDERR_FILENO, text, text.count)
    preconditionFailure()
  }
}
