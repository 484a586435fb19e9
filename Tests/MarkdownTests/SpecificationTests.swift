import Foundation
import TestSupport
import Testing

@testable import Markdown

@Suite struct SpecificationTests {
  @Test(.enabled(if: Specification.isWanted, "needs spec.txt.gz of Debian's package cmark-gfm"))
  func `every example of the GFM specification renders byte for byte`() throws {
    let examples = try Specification.examples()
    #expect(examples.count == 673)
    #expect(examples.count { $0.isDisabled } == 2)
    for example in examples where !example.isDisabled {
      let document = Document(parsing: Array(example.markdown.utf8), extensions: example.extensions)
      let html = String(decoding: HTMLRenderer(.specification).render(document), as: UTF8.self)
      #expect(example.filtered(html) == example.html, "example \(example.number): \(example.markdown)")
    }
  }
}

/// The examples of the GFM specification as Debian ships it.
enum Specification {
  struct Example {
    let number: Int
    let markdown: String
    let html: String
    let tags: [String]

    var isDisabled: Bool { tags.contains("disabled") }

    var extensions: MarkdownExtensions {
      tags.reduce(into: []) { extensions, tag in
        switch tag {
        case "table": extensions.insert(.tables)
        case "strikethrough": extensions.insert(.strikethrough)
        case "autolink": extensions.insert(.autolinks)
        default: break
        }
      }
    }

    /// Does to our HTML what the extension `tagfilter`, which we do not use, does to the one example that names it.
    func filtered(_ html: String) -> String {
      guard tags.contains("tagfilter") else { return html }
      let filtered = "<(/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext))"
      return html.replacingOccurrences(of: filtered, with: "&lt;$1", options: [.regularExpression, .caseInsensitive])
    }
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static var file: URL? {
    [URL(filePath: "/"), root.appending(path: ".build/deps")]
      .map { $0.appending(path: "usr/share/doc/cmark-gfm/spec.txt.gz") }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }

  /// False only where the file is missing and nobody promised it: in CI its absence is a failure.
  static var isWanted: Bool {
    file != nil || ProcessInfo.processInfo.environment["CI"] == "true"
  }

  static func examples() throws -> [Example] {
    var (examples, tags): ([Example], [String]) = ([], [])
    var (markdown, html): ([Substring], [Substring]) = ([], [])
    var part = 0
    for line in try text().split(separator: "\n", omittingEmptySubsequences: false) {
      switch (part, line) {
      case (0, _) where line.hasPrefix(String(repeating: "`", count: 32) + " example"):
        part = 1
        tags = line.split(separator: " ").dropFirst(2).map(String.init)
      case (1, "."): part = 2
      case (2, String(repeating: "`", count: 32)):
        examples.append(Example(number: examples.count + 1, markdown: joined(markdown), html: joined(html), tags: tags))
        (part, markdown, html) = (0, [], [])
      case (1, _): markdown.append(line)
      case (2, _): html.append(line)
      default: break
      }
    }
    return examples
  }

  private static func joined(_ lines: [Substring]) -> String {
    lines.map { $0.replacingOccurrences(of: "→", with: "\t") + "\n" }.joined()
  }

  private static func text() throws -> String {
    try Program.run(["gzip", "-dc", try #require(file).path]).out
  }
}
