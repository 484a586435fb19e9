/// Markdown at the largest size that is read, of every kind for which libcmark-gfm 0.29.0.gfm.6 or code of our own could take a time
/// that grows with the square of it (`swift-notes.md` 1.7).
enum LargeCases {
  private static let limit = ["limit-exceeded"]

  static let all =
    [
      file("nested quotations", ">" * 100_000 + "a", limit),
      file("nested lists", "- " * 100_000 + "a", limit),
      file("nested ordered lists", "1. " * 100_000 + "a", limit),
      file("lists by indent", (0..<1_000).map { " " * (2 * $0) + "- a\n" }.joined(), limit),
      file("a table of 100,000 columns", "|a" * 100_000 + "|\n" + "|-" * 100_000 + "|\n", limit),
      file("a table of short rows", "|a" * 90 + "|\n" + "|-" * 90 + "|\n" + "|a|\n" * 100_000, limit),
      file("a table as large as may be", "|a" * 90 + "|\n" + "|-" * 90 + "|\n" + "|a|\n" * 500),
      file("a million brackets", "[" * 1_000_000, limit),
      file("brackets in many paragraphs", ("[" * 60_000 + "\n\n") * 16),
      file("openers of pictures", ("![[]()" * 490 + "\n\n") * 300, ["empty-link"]),
      file("openers of HTML", ("a" + "<?" * 490 + "\n\n") * 900),
      file("openers of declarations", ("a" + "<!A " * 490 + "\n\n") * 500),
      file("openers of CDATA", ("a" + "<![CDATA[" * 240 + "\n\n") * 440),
      file("openers of comments", ("a" + "<!--" * 490 + "\n\n") * 500),
      file("lists before blank lines", "- " * 49 + "a\n" + "\n" * 100_000),
      file("lists before a million blank lines", "- " * 49 + "a\n" + "\n" * 1_000_000, limit),
      file("lists that open fences", " -" * 49 + " > ```\n" + "\n" * 100_000, ["unclosed-fence"]),
      file("lines before a delimiter row", ("a\n" * 990 + "| - |\n\n") * 500),
      file("a long address used often", "[a]: /" + "x" * 1_000 + "\n\n" + "[a] " * 900, ["broken-link"]),
      file("a long address used very often", "[a]: /" + "x" * 60_000 + "\n\n" + ("[a] " * 1_000 + "\n\n") * 30, limit),
      file("emphasis that never closes", ("*a **a _a __a " * 4_000 + "\n\n") * 16),
      file("emphasis that always closes", ("*a_ " * 16_000 + "\n\n") * 16),
      file("backticks of every length", (1..<350).map { "`" * $0 + "a" }.joined() + "\n"),
      file("closing parentheses", ("www.a" + ")" * 490 + " ") * 100),
      file("footnotes", (0..<20_000).map { "[^\($0)]: a\n\n[^\($0)]\n\n" }.joined()),
      file("one footnote used often", "[^a]: x\n\n" + ("[^a] " * 900 + "\n\n") * 100),
      file("headings of one name", "# a\n" * 200_000),
      file("entities", ("&amp;&#x0;&bogus;" * 3_000 + "\n\n") * 20),
      file("underlines of headings", "a\n=\n" * 200_000),
      file("indented code", "    a\n\n" * 120_000),
      file("a line of a mebibyte of code", "```\n" + "a" * 1_000_000 + "\n```\n"),
      file("an information string of a mebibyte", "```" + "a" * 1_000_000 + "\nx\n```\n"),
      file("fences that never close", "```\n~~~\n" * 100_000, ["unclosed-fence"]),
      file("addresses", ("https://a.b/c?d=e&f " * 3_000 + "\n\n") * 15),
      file("mail addresses", ("a@b.c " * 490 + "\n\n") * 300),
      file("task items", "- [ ] a\n" * 100_000),
      HostileCase("a file of 16 MiB in one line", rules: ["control-character", "limit-exceeded"]) {
        try $0.makeSparse("workflows/demo/rules/huge.md", size: 16 << 20)
      },
    ] + ours

  /// Where code of our own goes through many things.
  private static let ours = [
    file("50,000 broken links", ("[a](b.md) " * 4_000 + "\n\n") * 13, ["broken-link"]),
    file("50,000 sound links", "# g\n\n" + ("[a](guide.md#g) " * 4_000 + "\n\n") * 13),
    file("50,000 broken anchors among 50,000 headings", "# g\n" * 50_000 + ("[a](#x) " * 4_000 + "\n\n") * 13, ["broken-anchor"]),
    file("50,000 links out of the library", ("[a](../../../../x) " * 3_000 + "\n\n") * 16, ["link-outside-library"]),
    file("50,000 code spans that name files", ("`rules/guide.md` " * 3_500 + "\n\n") * 15),
    file("10,000 labelled blocks", "**A**: b\n\nc\n\n" * 10_000),
    file("one label before 100,000 blocks", "**A**: b\n\n" + "c\n\n" * 100_000),
    readme("20,000 workflows", "## a\n\n**Purpose**: b\n\n**Steps**:\n1. c\n\n**N**: d\n\n" * 15_000, ["incomplete-workflow"] + limit),
    readme(
      "as many workflows as are read",
      "## a\n\n**Purpose**: b\n\n**Steps**:\n1. c\n\n**N**: d\n\n" * 200 + "- e\n\n" * 100_000,
      ["incomplete-workflow"]
    ),
    file("20,000 prompts", "## a\n\n**Prompt**:\n```\n[a]\n```\n\n" * 20_000, limit),
    readme("a tree of 50,000 lines", "```\ndemo/\n├── README.md\n├── rules/\n" + "├── a.md\n" * 50_000 + "```\n", []),
    readme(
      "a tree of 50,000 lines of which most are true",
      "```\ndemo/\n" + "├── README.md\n├── module.json\n├── rules/\n" * 8_000 + (0..<4_000).map { "├── a\($0).md\n" }.joined() + "```\n",
      ["duplicate-tree-entry", "tree-entry-missing", "undeclared-file"]
    ),
    readme(
      "a tree that grows deeper with each line",
      "```\ndemo/\n" + (0..<1_200).map { " " * $0 + "├── " + "n" * 250 + "\n" }.joined() + "```\n",
      []
    ),
    readme("10,000 trees", "```\ndemo/\n├── rules/\n```\n\n" * 10_000, ["undeclared-file"]),
  ]

  private static func file(_ name: String, _ text: String, _ rules: [String] = []) -> HostileCase {
    HostileCase(name, ["workflows/demo/rules/guide.md": text], rules: rules)
  }

  private static func readme(_ name: String, _ text: String, _ rules: [String]) -> HostileCase {
    HostileCase(name, ["workflows/demo/README.md": text], rules: rules)
  }
}
