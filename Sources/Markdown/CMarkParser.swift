import CMarkGFM
private import CMarkMemory
import Synchronization

extension Document {
  /// Parses Markdown.
  ///
  /// - Parameters:
  ///   - bytes: the whole file. Bytes that are not UTF-8 are read as U+FFFD.
  ///   - skipped: how many bytes of it are not Markdown, from the first on (`FrontMatter.length`).
  ///   - extensions: what it may use on top of CommonMark.
  package init(parsing bytes: [UInt8], skipping skipped: Int = 0, extensions: MarkdownExtensions = .all) {
    let lines = LineTable(bytes, from: skipped)
    var prescan = Prescan(bytes, lines: lines, extensions: extensions)
    let issues = prescan.issues()
    if issues.isEmpty {
      let tree = CMarkTree(bytes, from: skipped, extensions: extensions)
      var conversion = Conversion(of: bytes, from: skipped, lines: lines, extensions: extensions)
      self = conversion.document(of: tree.root)
    } else {
      self.init(standInFor: bytes, from: skipped, issues: issues)
    }
  }

  /// What stands for a file that is not safe to parse: one code block with its source as it is, cut at the limit of a file.
  private init(standInFor bytes: [UInt8], from start: Int, issues: [ParseIssue]) {
    var end = min(bytes.count, start + Limit.fileBytes.maximum)
    while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let literals = Array(String(decoding: bytes[start..<end], as: UTF8.self).utf8)
    let none = Text(start: 0, end: 0)
    let code = Kind.codeBlock(info: none, literal: Text(start: 0, end: Int32(literals.count)), fence: nil)
    let nodes = [
      Node(kind: .document, start: Int32(start), stop: Int32(bytes.count), end: 2),
      Node(kind: code, start: Int32(start), stop: Int32(end), end: 2),
    ]
    self.init(nodes: nodes, literals: literals, issues: issues)
  }
}

/// A tree of libcmark-gfm, freed with this value. It lies, with its parser, in the region of the thread that made it: one at a time.
private struct CMarkTree: ~Copyable {
  let root: OpaquePointer

  init(_ bytes: [UInt8], from start: Int, extensions: MarkdownExtensions) {
    let isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil
    let options =
      (isUTF8 ? 0 : CMARK_OPT_VALIDATE_UTF8) | (extensions.contains(.footnotes) ? CMARK_OPT_FOOTNOTES : 0)
    _ = CMarkLibrary.isRegistered
    let parser = cmark_parser_new_with_mem(options, augury_arena())
    for (name, member) in CMarkLibrary.names where extensions.contains(member) {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    bytes.withUnsafeBytes { bytes in
      let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
      cmark_parser_feed(parser, rest.baseAddress?.assumingMemoryBound(to: CChar.self), rest.count)
    }
    let root = CMarkLibrary.finishing.withLock { _ in UInt(bitPattern: cmark_parser_finish(parser)) }
    guard let root = OpaquePointer(bitPattern: root) else { preconditionFailure("libcmark-gfm returned no document") }
    self.root = root
  }

  deinit {
    augury_arena_reset()
  }
}

/// What all parses of a process share.
private enum CMarkLibrary {
  /// libcmark-gfm keeps the characters that start an inline in a process-wide table, which `cmark_parser_finish` fills and
  /// clears. Two of these calls at once yield wrong trees, so only one runs.
  static let finishing = Mutex<Void>(())

  /// Registers the extensions on first use; Swift runs the initializer of a static once.
  static let isRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  static let names: [(String, MarkdownExtensions)] = [
    ("table", .tables), ("strikethrough", .strikethrough), ("autolink", .autolinks), ("tasklist", .taskItems),
  ]
}
