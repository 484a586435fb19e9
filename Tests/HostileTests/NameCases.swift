import Files
import Foundation
import TestSupport

/// Names that a disk may hold and that nobody expects.
enum NameCases {
  static let all =
    ["line\nbreak", "tab\tand\rreturn", "\u{1B}[31mred", "delete\u{7F}", "bell\u{7}"].map { name in
      HostileCase("a control character: \(name.debugDescription)", rules: ["unreadable-file"], also: builds) {
        try $0.put("workflows/demo/rules/\(name).md", "# X\n")
        try $0.put("workflows/demo/\(name)/x.md", "# X\n")
        try $0.put("\(name)/module.json", "{}")
      }
    }
    + [
      "quote\" ' `", "<b>&amp;", "#?%20%2e", " spaces  inside ", "back\\slash", "..twice", "...", "a..", "-rf", "~", "$(id)", "*?[a]",
      "\u{202E}reversed", "\u{FFFD}", "e\u{301}", "😀", "{{x}}", "CON", "aux.", "a:b", "%2F..%2F", "javascript:x", "n" * 252,
    ].map { name in
      HostileCase("a name: \(name.prefix(20).debugDescription)", also: { isShown(name, $0) }) {
        try $0.put("workflows/demo/rules/x\(name.dropLast(name.utf8.count > 200 ? 1 : 0)).md", "# X\n\n[a](guide.md)\n")
        if !name.hasPrefix("."), name.utf8.count < 200 { try $0.put("workflows/demo/\(name)/\(name).md", "# Y\n") }
      }
    }
    + [
      HostileCase("names that are not UTF-8", rules: ["unreadable-file"], also: builds) {
        try raw($0, [0x61, 0xFF, 0x2E, 0x6D, 0x64])
        try raw($0, [0x61, 0xFE, 0x2E, 0x6D, 0x64])
        try raw($0, [0x61, 0xC0, 0xAF, 0x2E, 0x6D, 0x64])
      },
      HostileCase("two spellings of one name", rules: ["unreadable-file"], also: builds) {
        try $0.put("workflows/demo/rules/\u{E9}.md", "# One\n")
        try $0.put("workflows/demo/rules/e\u{301}.md", "# Two\n")
        for name in ["\u{E9}", "e\u{301}"] {
          try $0.put("workflows/\(name)/module.json", "{ \"name\": \"x\", \"version\": \"1\" }")
          try $0.put("workflows/\(name)/README.md", "# X\n")
        }
      },
      HostileCase("a name that joins the slash before it", rules: ["unreadable-file"], also: builds) {
        try $0.put("workflows/demo/rules/\u{301}x.md", "# X\n")
        try $0.put("workflows/demo/\u{301}/x.md", "# X\n")
        try $0.put("workflows/demo/x\u{600}/x.md", "# X\n")
      },
      HostileCase("a thousand names that are equal where they are cut", also: { $0.written.count > 1_000 }) {
        for number in 0..<1_000 { try $0.put("workflows/demo/rules/\("n" * 240)\(number).md", "# X\n") }
      },
      HostileCase("hidden names", also: { outcome in !outcome.written.contains { $0.contains("secret") } }) {
        try $0.put("workflows/demo/.git/secret.md", "# X\n")
        try $0.put("workflows/demo/.secret.md", "# X\n")
        try $0.put("workflows/demo/node_modules/x/secret.md", "# X\n")
      },
    ]

  /// The rest of the library is built.
  @Sendable private static func builds(_ outcome: HostileCase.Outcome) -> Bool {
    outcome.written.contains("modules/workflows/demo/rules/guide.html")
  }

  @Sendable private static func isShown(_ name: String, _ outcome: HostileCase.Outcome) -> Bool {
    builds(outcome) && outcome.written.contains { $0.hasPrefix("modules/workflows/demo/rules/x") && $0.hasSuffix(".html") }
  }

  private static func raw(_ place: HostilePlace, _ name: [UInt8]) throws {
    let path = Array(place.inModule("rules/").utf8) + name + [0]
    try Scratch.check(
      path.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { $0.baseAddress.map { mknod($0, S_IFREG | 0o644, 0) } ?? -1 }
    )
  }
}
