import TestSupport

/// JSON, YAML and text that are broken, in a foreign encoding, or without end.
enum DataCases {
  private static let manifest = "workflows/demo/module.json"
  private static let guide = "workflows/demo/rules/guide.md"

  static let all = json + yaml + text

  private static let json = [
    HostileCase("brackets 100,000 deep", [manifest: "[" * 100_000 + "]" * 100_000], rules: ["ambiguous-json", "missing-field"]),
    HostileCase("objects 100,000 deep, never closed", [manifest: "{\"a\":" * 100_000], rules: ["ambiguous-json", "missing-field"]),
    HostileCase(
      "a key of a megabyte",
      [manifest: "{ \"\("k" * 900_000)\": 1, \"\("k" * 100)\" }"],
      rules: ["malformed-json", "missing-field"]
    ),
    HostileCase(
      "100,000 equal keys",
      [manifest: "{ \"name\": \"x\", \"version\": \"1\"" + ", \"a\": 1" * 100_000 + " }"],
      rules: ["ambiguous-json"]
    ),
    HostileCase(
      "a number of 100,000 digits",
      [manifest: "{ \"name\": \"x\", \"version\": \"1\", \"augment\": { \"characterCount\": \("9" * 100_000), \"n\": 1e\("9" * 1_000) } }"],
      rules: ["ambiguous-json"]
    ),
    HostileCase(
      "100,000 dependencies",
      [
        manifest: "{ \"name\": \"x\", \"version\": \"1\", \"dependencies\": [" + (0..<100_000).map { "\"a\($0)\"" }.joined(separator: ",")
          + "] }"
      ],
      rules: ["unknown-dependency"]
    ),
    HostileCase(
      "100,000 tags",
      [manifest: "{ \"name\": \"x\", \"version\": \"1\", \"tags\": [" + (0..<100_000).map { "\"t\($0)\"" }.joined(separator: ",") + "] }"]
    ),
    HostileCase("a title of a megabyte", [manifest: "{ \"name\": \"x\", \"version\": \"1\", \"displayName\": \"\("t<" * 500_000)\" }"]),
    HostileCase(
      "escapes without end",
      [manifest: "{ \"name\": \"\("\\ud800" * 100_000)\", \"version\": \"1\" }"],
      rules: ["ambiguous-json"]
    ),
    HostileCase("nothing but garbage", [manifest: "a'b]\"}c,:" * 50_000], rules: ["malformed-json"]),
    HostileCase("comments without end", [manifest: "/* // " * 100_000], rules: ["malformed-json"]),
    HostileCase("metadata that is a bomb", ["workflows/demo/metadata.json": "[" * 500_000], rules: ["ambiguous-json"]),
  ]

  private static let yaml = [
    HostileCase(
      "aliases of aliases",
      ["augury.yml": "a: &a [x,x]\n" + (0..<30).map { "b\($0): &b\($0) [*a,*a]\n" }.joined()],
      also: isFault
    ),
    HostileCase("an alias as a key", ["augury.yml": "? &a [x]\n: 1\n? [*a, *a]\n: 2\n"], also: isFault),
    HostileCase("lists 10,000 deep", ["augury.yml": "[" * 10_000 + "]" * 10_000], also: isFault),
    HostileCase("maps 10,000 deep", ["augury.yml": "{a: " * 10_000], also: isFault),
    HostileCase("keys 2,000 deep", ["augury.yml": "? " * 2_000 + "a\n"], also: isFault),
    HostileCase("dashes 10,000 deep", ["augury.yml": "- " * 10_000 + "a\n"], also: isFault),
    HostileCase("a configuration of a megabyte", ["augury.yml": "external: [\("a/b, " * 200_000)]\n"], also: isFault),
    HostileCase(
      "a configuration as large as may be",
      ["augury.yml": "rules:\n" + (0..<4_000).map { "  x\($0): error\n" }.joined()],
      also: isFault
    ),
    HostileCase("a configuration of NUL bytes", ["augury.yml": "\u{0}" * 1_000], also: isFault),
    HostileCase(
      "tags that make objects",
      ["augury.yml": "preset: !!python/object/apply:os.system [ls]\nbudgets: !!binary aaaa\n"],
      also: isFault
    ),
  ]

  @Sendable private static func isFault(_ outcome: HostileCase.Outcome) -> Bool { !outcome.pipeline.faults.isEmpty }

  private static let text = [
    HostileCase(
      "an empty file of each kind",
      [
        manifest: "", "workflows/demo/README.md": "", guide: "", "workflows/demo/metadata.json": "", "workflows/demo/CHANGELOG.md": "",
        "workflows/demo/prompts/p.md": "", "workflows/demo/examples/e.md": "", "augury.yml": "", "workflows/demo/x.sql": "",
      ],
      rules: ["malformed-json", "missing-recommended-section", "missing-section", "readme-without-code", "thin-guide"]
    ),
    HostileCase(
      "files of NUL bytes",
      [manifest: "\u{0}" * 1_000, "workflows/demo/README.md": "\u{0}" * 1_000, guide: "# \u{0}\n\n`\u{0}` [\u{0}](\u{0})\n"],
      rules: ["broken-link", "control-character", "malformed-json"]
    ),
    HostileCase(
      "UTF-16 with its mark",
      bytes: [
        manifest: utf16("{ \"name\": \"x\" }"), "workflows/demo/README.md": utf16("# Demo\n"), guide: utf16("# Guide <script>\n"),
      ],
      rules: ["invalid-utf8", "malformed-json"]
    ),
    HostileCase(
      "UTF-8 with its mark",
      [
        manifest: "\u{FEFF}{ \"name\": \"x\", \"version\": \"1\" }", "workflows/demo/README.md": "\u{FEFF}# Demo\n",
        guide: "\u{FEFF}# Guide\n",
      ],
      rules: ["byte-order-mark"]
    ),
    HostileCase(
      "lines that end with CR alone",
      [manifest: "{\r\"name\": \"x\",\r\"version\": \"1\"\r}", guide: "# Guide\r\r- a\r\r```\r<script>\r```\r\r<script>\r"],
      rules: ["fence-without-language"]
    ),
    HostileCase(
      "bytes that are not UTF-8",
      bytes: [guide: Array("# G\n\n".utf8) + [0xC0, 0xAF, 0xED, 0xA0, 0x80, 0xFF]],
      rules: ["invalid-utf8"]
    ),
    HostileCase("one letter with 100,000 marks", [guide: "# a\("\u{301}" * 20_000)\n\n\"\("\u{301}" * 10_000) onclick=x\n"]),
    HostileCase("front matter that never ends", [guide: "---\n" + "a: b\n" * 10_000], rules: ["limit-exceeded"]),
  ]

  private static func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }
}
