import TestSupport

/// Addresses that run code, read files or start programs, in every form in which Markdown can hold them.
enum AddressCases {
  static let all =
    [
      "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#115;cript:alert(1)", "java&#x73;cript:alert(1)", "javascript&colon;alert(1)",
      "javascript&#58;alert(1)", "vbscript:msgbox(1)", "VBSCRIPT:x", "data:text/html,<b>", "DATA:text/html;base64,PHNjcmlwdD4=",
      "data:image/svg+xml,<svg>", "file:///etc/passwd", "FILE://localhost/etc/passwd", "blob:https://a/b", "filesystem:https://a/b",
      "view-source:https://a", "feed:javascript:alert(1)", "livescript:x", "intent:x", "ms-msdt:/id", "vscode://file/etc",
      "jar:https://a!/b",
    ].map(refused)
    + [
      "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)", "&#1;javascript:alert(1)", "&#x20;javascript:alert(1)",
      "javascript\u{00AD}:x", "javascript%3Aalert(1)", "java%09script:alert(1)", "%6Aavascript:alert(1)",
    ].map { HostileCase("relative: \($0)", files($0), rules: ["broken-link"] + ($0.contains("\u{AD}") ? ["invisible-character"] : [])) } + [
      HostileCase(
        "external addresses that run code stop the build",
        [
          "augury.yml": "external: { a/b: 'javascript:alert(1)', c/d: \" data:text/html,x\", e/f: //x, g/h: 'https://a b' }\n",
          "workflows/demo/rules/guide.md": "# G\n\n`a/b` **c/d** `e/f` `g/h`\n",
        ]
      ) { $0.pipeline.faults.count == 4 },
      HostileCase(
        "raw links",
        [
          "workflows/demo/rules/guide.md": """
          # G

          <javascript:alert(1)> <a href="javascript:x">x</a> <A HREF=java&#10;script:x onclick=x>x</A> www.a.b" onclick=x
          https://a.b/"onmouseover="x https://a.b/<script> x@a.b"onclick=x
          """
        ],
        rules: ["unsafe-scheme"]
      ),
    ]

  private static func refused(_ address: String) -> HostileCase {
    let rules = address.lowercased().hasPrefix("file:") ? ["machine-path"] : ["unsafe-scheme"]
    return HostileCase("address: \(address)", files(address), rules: rules) { outcome in
      !outcome.page("modules/workflows/demo/rules/guide.html").contains("<a href=\"\(address.prefix(4))")
    }
  }

  private static func files(_ address: String) -> [String: String] {
    [
      "workflows/demo/rules/guide.md": """
      # [heading](<\(address)>)

      [a](<\(address)>) [b](\(address)) ![c](<\(address)> 'd') [e][] [![f](<\(address)>)](<\(address)>) <\(address)>

      | [g](<\(address)>) |
      |---|
      | [h](<\(address)>) |

      **Steps**: [i](<\(address)>)

      [e]: <\(address)> "\(address)"
      """
    ]
  }
}
