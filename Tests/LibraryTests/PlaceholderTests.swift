import Library
import Testing

/// What counts as a placeholder, and which variables follow from the template alone.
@Suite struct PlaceholderTests {
  @Test(arguments: [
    (#"Keep \[this] as it is"#, []),
    ("- [ ] a task, - [x] done, [X], [], [-]", []),
    ("row[i] and f(x)[j] and m[i][j]", []),
    ("See [the guide](guide.md).", []),
    ("an [open bracket and\nno end]", []),
    ("[[1, 2], [3, 4]] and [a [b] c]", []),
    ("[never closed [use case]", ["[use case]"]),
    ("Für [größe der tabelle] 表 [件数]", ["[größe der tabelle]", "[件数]"]),
    ("[use case] [use case]", ["[use case]"]),
    (#"\\[use case]"#, ["[use case]"]),
    ("ends in a backslash \\", []),
    ("", []),
    ("]][[", []),
  ])
  func `brackets are placeholders only where an author means them`(template: String, expected: [String]) {
    #expect(PromptTemplate(template).variables.map(\.placeholder) == expected)
  }

  @Test(arguments: [
    ("Scale: [records count]", ["scale text"]),
    ("- Data structure: [structured/semi-structured]", ["data_structure choice"]),
    ("**Scale**: [records count]", ["scale text"]),
    ("**Scale:** [records count]", ["scale text"]),
    ("The label has four words: [records count]", ["records_count text"]),
    ("Compare: [left side] with [right side]", ["left_side text", "right_side text"]),
    ("Old: [description]\nNew: [description]", ["old text", "new text"]),
    ("[description] and again [description]", ["description text"]),
    ("Do [add/remove] to [table/index]", ["choice_1 choice", "choice_2 choice"]),
    ("[SQL/query code]", ["sql_query_code multiline"]),
    ("Say [yes/yes]", ["yes_yes text"]),
    ("Say [yes/]", ["yes text"]),
    ("[only]", ["only multiline"]),
    ("  [indented and alone]  ", ["indented_and_alone multiline"]),
    ("Use [Option 1], not [Option 2]", ["option_1 text", "option_2 text"]),
    ("Put [if] before [3 tables]", ["value_if text", "value_3_tables text"]),
    ("A [件数] b [規模]", ["value text", "value_2 text"]),
    ("Now [a-b], [a b], [a.b]", ["a_b text", "a_b_2 text", "a_b_3 text"]),
    ("Scale: [n]\r\nBudget: [m]\r\n", ["scale text", "budget text"]),
  ])
  func `names and types follow from labels and texts`(template: String, expected: [String]) {
    #expect(PromptTemplate(template).variables.map { "\($0.name) \($0.kind.rawValue)" } == expected)
  }

  @Test(arguments: [
    ("Entities:\n- [Entity 1]: [attributes]\n- [Entity 2]: [attributes]", ["entities"], ["- "]),
    ("- [Query 1]", ["queries"], ["- "]),
    ("1. [Step 1]\n2. [Step 2]", ["steps"], ["1. "]),
    ("  * [Index 1]\n  * [Index 2]", ["indexes"], ["  * "]),
    ("The keys are:\n+ [Key 1]\n\nand the rows:\n\n+ [Row 1]", ["keys", "rows"], ["+ ", "+ "]),
    ("I have tasks. My key queries:\n- [Query 1]\n- [Query 2]", ["queries"], ["- "]),
    ("- [name]: [Item 1]", ["items"], ["- "]),
    ("- [Box 1]\n- [Tax 1]", ["boxes", "taxes"], ["- ", "- "]),
  ])
  func `numbered sample items are one list`(template: String, names: [String], markers: [String]) {
    let cut = PromptTemplate(template)
    #expect(cut.variables.map(\.name) == names)
    #expect(cut.variables.allSatisfy { $0.kind == .list })
    #expect(cut.parts.compactMap(\.marker) == markers)
    #expect(cut.parts.map(\.source).joined() == template)
  }

  @Test func `names fit every target, however long and however many`() {
    let long = String(repeating: "word ", count: 100)
    let template = (0..<400).map { "x [if \(long)\(String(repeating: ".", count: $0))] [3 \(long),\(String(repeating: "-", count: $0))]" }
    let names = PromptTemplate(template.joined(separator: "\n")).variables.map(\.name)
    #expect(names.count == 800 && Set(names).count == 800)
    #expect(names.allSatisfy { $0.count <= 64 && ("a"..."z").contains($0.prefix(1)) })
    #expect(names.allSatisfy { $0.allSatisfy { $0 == "_" || $0.isASCII && ($0.isLowercase || $0.isNumber) } })
  }

  @Test(arguments: 0..<300)
  func `the parts of any template put together are the template`(seed: UInt64) {
    var generator = Dice(state: seed)
    let template = (0..<generator.below(60)).map { _ in generator.pick(PlaceholderTests.pieces) }.joined()
    let cut = PromptTemplate(template)
    #expect(Array(cut.parts.map(\.source).joined().utf8) == Array(template.utf8))
    let used = cut.parts.compactMap(\.variable)
    #expect(Set(used) == Set(cut.variables.map(\.name)))
    #expect(Set(cut.variables.map(\.name)).count == cut.variables.count)
  }

  private static let pieces = [
    "[", "]", "(", ")", "\\", "\n", "\r\n", "- ", "1. ", "[Item 1]", "[Item 2]: [x y]", "[a/b]", "Label: ", ".", " ", "é", "表", "e\u{301}",
    "🧮", "[use case]", "\n- [Item 3]\n- [Item 4]", "[ ]", "[x]", "\t", "word",
  ]
}

/// A small generator of numbers (splitmix64), so that a failing template can be made again from its seed.
private struct Dice {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(limit))
  }

  mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }
}

extension Prompt.Part {
  fileprivate var marker: String? {
    if case .list(_, _, let marker) = self { marker } else { nil }
  }

  fileprivate var variable: String? {
    switch self {
    case .literal: nil
    case .slot(let name, _), .list(let name, _, _): name
    }
  }
}
