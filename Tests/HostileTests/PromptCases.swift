/// Prompts with more of everything than anybody fills in.
enum PromptCases {
  static let all = [
    prompt("100,000 placeholders, all the same", "[a] " * 100_000, limit),
    prompt("100,000 placeholders on lines of their own", "[a]\n" * 100_000, limit),
    prompt("50,000 placeholders, all different", (0..<50_000).map { "[a \($0)x]\n" }.joined(), limit),
    prompt("50,000 labels", (0..<50_000).map { "L\($0)x: [a]\n" }.joined(), limit),
    prompt("50,000 list items", (0..<50_000).map { "- [Item \($0)]: [b]\n" }.joined(), limit),
    prompt("50,000 lists", (0..<25_000).map { "- [Item 1] \($0)x\n\n" }.joined(), limit),
    prompt("a template of a mebibyte", "a [b] c\n" + "word " * 200_000, long),
    prompt("brackets in brackets", "[" * 400_000 + "a" + "]" * 400_000, long),
    prompt("brackets that never close", "[a " * 300_000, long + ["unbalanced-bracket"]),
    prompt("escapes", "\\[" * 400_000, long),
    prompt("a placeholder of a mebibyte", "[" + "a" * 1_000_000 + "]", long),
    prompt("a choice of 100,000", "[" + "a/" * 100_000 + "b]", long),
    prompt("backticks without end", "`" * 500_000 + "\n[a]", long),
    HostileCase(
      "a table of 10,000 variables",
      [
        "workflows/demo/README.md": "# D\n\n**Prompt**:\n~~~\n" + (0..<900).map { "L\($0)x: [a]\n" }.joined() + "~~~\n\n**Variables**:\n\n"
          + "| placeholder | name |\n|---|---|\n" + (0..<10_000).map { "| a | n\($0) |\n" }.joined()
      ],
      rules: ["duplicate-variable"]
    ),
    HostileCase(
      "a purpose of 60,000 bytes",
      [
        "workflows/demo/README.md": "# D\n\n## W\n\n**Purpose**: \("long --- " * 6_500)\n\n**Steps**:\n1. a\n\n**Prompt**:\n~~~\n[a]\n~~~\n"
      ]
    ),
    HostileCase(
      "a step of 60,000 bytes",
      [
        "workflows/demo/README.md": "# D\n\n## W\n\n**Purpose**: p\n\n**Steps**:\n1. \("(" * 30_000)\(")" * 30_000)\n"
      ],
      rules: limit
    ),
  ]

  private static let limit = ["limit-exceeded"]
  private static let long = ["prompt-too-long"]

  private static func prompt(_ name: String, _ template: String, _ rules: [String] = []) -> HostileCase {
    HostileCase(name, ["workflows/demo/prompts/p.md": "# P\n\n**Prompt**:\n~~~\n\(template)\n~~~\n"], rules: rules)
  }
}
