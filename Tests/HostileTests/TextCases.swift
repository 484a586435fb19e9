import TestSupport

/// Markup and script in every place where text can stand.
enum TextCases {
  static let all = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</title><script>alert(1)</script>",
    "</code></pre></a></div>", "<!--", "--> <b>", "]]><x>", "{{title}} {{{title}}} {{/page}}", "<svg/onload=alert(1)>",
    "\"\u{301} onfocus=x", "<root> <current 3>", "&lt;script&gt; &#60;script&#62;", "\u{202E}<iframe>\u{2066}", "<a href=\"javascript:x\">",
    "<meta http-equiv=refresh content=0>", "<base href=//x>", "\u{1}\u{8}<object>\u{7F}", "\\\"><style>*{}</style>", "`<embed>` ``<embed>",
  ].map { HostileCase("everywhere: \($0.debugDescription)", library(of: $0), rules: nil) }

  /// A library with a text in every place that a page, the pack or a report shows.
  private static func library(of text: String) -> [String: String] {
    let json = text.unicodeScalars.map { "\\\"\u{1}\u{7F}\u{8}".unicodeScalars.contains($0) ? escape($0) : String($0) }.joined()
    let line = text.replacing("\u{1}", with: "")
    return [
      "workflows/demo/module.json": """
      { "name": "\(json)", "displayName": "\(json)", "version": "\(json)", "description": "\(json)", "type": "\(json)",
        "tags": ["\(json)"], "dependencies": { "\(json)": "\(json)" }, "\(json)": { "\(json)": ["\(json)"] },
        "augment": { "priority": "\(json)", "appliesTo": { "filePatterns": ["\(json)"] } } }
      """,
      // YAML reads the strings of JSON.
      "augury.yml": """
      preset: none
      types: ["\(json)"]
      sections: ["\(json)"]
      profiles: { "\(json)": ["workflows/demo:\(json)"] }
      external: ["\(json)"]
      """,
      "site/site.yml": "title: \"\(json)\"\ntagline: \"\(json)\"\n",
      "workflows/demo/metadata.json": "{ \"characterCount\": \"\(json)\" }",
      "workflows/demo/README.md": """
      ---
      title: \(line)
      ---
      # \(text)

      \(text)

      ## \(text) ##

      | \(line) | b |
      |---|--:|
      | \(line) | `\(line)` |

      - [ ] \(line)
      > \(line)

      > [!NOTE]
      > \(line)

      `\(line)` **\(line)** *\(line)* ~~\(line)~~ [\(line)](rules/guide.md '\(line)') ![\(line)](picture.png '\(line)') [^1]

      [^1]: \(line)

      ```\(line.replacing("`", with: "")) title="\(line.replacing("`", with: ""))"
      \(line)
      ```

          \(line)

      \(line)
      ===

      ### 1. \(text)

      **Purpose**: \(line)

      **Steps**:
      1. \(line) (\(line))

      **\(line)**: \(line)

      **Prompt** `\(line)`:
      ~~~
      \(line) [a \(line.replacing("[", with: "").replacing("]", with: ""))] [x/\(line.filter { $0.isLetter })]
      \(line): [place]
      - [\(line.filter { $0.isLetter }) 1]
      ~~~

      **Variables**:

      | placeholder | name | type | default | choices | example | description |
      |---|---|---|---|---|---|---|
      | [place] | place | text | \(line) | \(line), b | \(line) | \(line) |
      | \(line) | \(line) | \(line) | \(line) | \(line) | \(line) | \(line) |

      ~~~
      demo/
      ├── README.md # \(line)
      ├── module.json
      ├── metadata.json
      ├── picture.png
      ├── rules/
      │   ├── guide.md
      │   └── \(line.replacing("/", with: ""))x
      └── \(line.replacing("/", with: ""))y
      ~~~
      """,
      "workflows/demo/picture.png": text,
      "workflows/demo/rules/\(fileName(of: text)).md": "\(text)\n",
      "workflows/demo/\(fileName(of: text))/\(fileName(of: text)).sql": text,
      "workflows/demo/prompts/\(fileName(of: text)).md": "# \(text)\n\n```\n[\(line.filter { $0.isLetter })]\n```\n",
    ]
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + "0" * (4 - digits.count) + digits
  }

  /// The text as far as a name on a disk may hold it.
  private static func fileName(of text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "/" && $0.value >= 0x20 && $0.value != 0x7F })) + "x"
  }
}
