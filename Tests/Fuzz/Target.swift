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
    case .configuration: Self.build(["augury.yml": input, "m/module.json": Self.json, "m/README.md": Array("`a/b` **c/d**\n".utf8)])
    }
  }

  private static let json = Array(#"{ "name": "m", "dependencies": ["a/b"] }"#.utf8)

  /// Every place lies in the file and every node in its parent; the HTML is whole and holds nothing executable.
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
    // Pages show control characters, which HTML forbids, as spaces.
    let html = HTMLRenderer(.module).render(document).map { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F ? 0x20 : $0 }
    require(HTMLInspection(html).problems)
  }

  /// Every place lies in the file and every value in the one around it.
  private static func manifest(_ input: [UInt8]) {
    let read = JSONReader.read(input)
    for fault in read.faults { precondition(fault.span.upperBound <= input.count, "place of \(fault.kind)") }
    var pending = [(value: read.value, span: 0..<input.count)]
    while let (value, outer) = pending.popLast() {
      guard let value else { continue }
      precondition(outer.lowerBound <= value.span.lowerBound && value.span.upperBound <= outer.upperBound, "place of \(value.kind.name)")
      for element in value.array ?? [] { pending.append((element, value.span)) }
      for member in value.object ?? [] { pending.append((member.value, value.span)) }
    }
    build(["m/module.json": input, "m/README.md": Array("# M\n".utf8)])
  }

  /// Every entry of a tree has its place in the file and in the block.
  private static func tree(_ input: [UInt8]) {
    let readme = Array("# M\n\n~~~~~~~~~~\n".utf8) + Array(String(decoding: input, as: UTF8.self).utf8) + Array("\n~~~~~~~~~~\n".utf8)
    let library = build(["m/module.json": json, "m/README.md": readme, "m/rules/a.md": [], "m/b/c/d.md": []])
    for tree in library.modules.flatMap(\.trees) {
      for entry in tree.entries {
        precondition(
          entry.range.upperBound <= readme.count && entry.literalRange.upperBound <= input.count * 3 + 1,
          "place of \(entry.name)"
        )
      }
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

  /// A library of some files, read and checked: sound places. One input in eight is built as well, since that takes much longer:
  /// sound pages.
  @discardableResult
  private static func build(_ files: [String: [UInt8]]) -> Library {
    let tree = SourceTree(files: files)
    do {
      let isBuilt = tree.files.reduce(0) { $1.bytes.reduce($0) { $0 &+ Int($1) } } & 7 == 0
      if isBuilt { require(try Pipeline(tree).problems()) }
      let configuration = tree.file(Configuration.fileName).map(Configuration.read)?.configuration ?? Configuration()
      let library = Loader.load(tree, configuration: configuration)
      require(Pipeline.misplaced(try Check().findings(in: library), in: library))
      return library
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// Ends the process when there are problems. They are printed, since an optimised program drops the words of a precondition.
  private static func require(_ problems: [String]) {
    if problems.isEmpty { return }
    let text = Array("\(problems.joined(separator: "\n"))\n".utf8)
    _ = write(STDERR_FILENO, text, text.count)
    preconditionFailure()
  }
}
