package import Diagnostics
package import Library

package enum AmbiguousPlaceholder: Rule {
  package static let id = "ambiguous-placeholder"
  package static let group = RuleGroup.prompts
  package static let severity = Severity.warning
  package static let summary = "A placeholder can be read in two ways, and no table says which is meant"
  package static let why = """
    `[SQL/query code]` may be a choice of two or one text, `[path/to/file]` looks like a choice of three, and `[a-b]` and `[a b]` get the \
    same name, so that one of them is numbered. A table `**Variables**:` under the prompt says what is meant.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    **Prompt**:
    ```
    Test this «[feature/small migration]» in «[path/to/file]».
    ```
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    **Prompt**:
    ```
    Test this [feature/migration] in [file name].
    ```
    """

  package static func check(_ library: Library) -> [Finding] {
    findings(inPromptsOf: library, among: ambiguous) { found, _ in
      finding(
        found.path,
        found.place,
        "`\(found.variable.placeholder)` \(found.reason)",
        why: "without a table each reader decides for himself",
        help: "say what is meant in a table `**Variables**:` under the prompt"
      )
    }
  }

  private typealias Found = (path: String, place: Range<Int>, variable: Variable, reason: String)

  private static func ambiguous(in prompt: Prompt, _ page: MarkdownFile) -> [Found] {
    guard !prompt.variables.contains(where: \.isDeclared), prompt.tableFaults.isEmpty else { return [] }
    let unclear = prompt.variables.compactMap { variable in reason(for: variable, in: prompt).map { (variable, $0) } }
    guard !unclear.isEmpty else { return [] }
    let places = PromptPlaces(prompt, in: page)
    return unclear.compactMap { variable, reason in
      prompt.firstUse(of: variable.name).map { (prompt.path, places.range($0), variable, reason) }
    }
  }

  private static func reason(for variable: Variable, in prompt: Prompt) -> String? {
    // Nobody writes a longer one by hand.
    guard variable.kind != .list, variable.placeholder.utf8.count < 200 else { return nil }
    let text = variable.placeholder.dropFirst().dropLast()
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(\.trimmed)
    if parts.count > 1, isPath(parts) {
      return variable.kind == .choice ? "is read as a choice, and looks like a path" : nil
    }
    if parts.count > 1, variable.kind != .choice, isChoice(parts) { return "may be a choice, or one text" }
    if variable.label == nil, isNumbered(variable.name, among: prompt.variables) {
      return "gets the name of another, with a number: `\(variable.name)`"
    }
    return nil
  }

  /// `path/to/file`, `owner/repo`, `YYYY/MM/DD`, and parts with a dot.
  private static func isPath(_ parts: [String]) -> Bool {
    let words = parts.map { $0.lowercased() }
    if words.contains("to") || words.contains("path") || words.contains("repo") || words.contains("yyyy") { return true }
    return words.contains { $0.contains(".") || $0.isEmpty }
  }

  /// Parts of a few words each, not `and/or`, `w/o`, `CI/CD` in the middle of a phrase.
  private static func isChoice(_ parts: [String]) -> Bool {
    let isFixed = zip(parts, parts.dropFirst()).contains { left, right in
      let pair = "\(left.split(separator: " ").last ?? "")/\(right.split(separator: " ").first ?? "")".lowercased()
      return ["and/or", "w/o", "ci/cd", "i/o", "n/a", "tcp/ip", "client/server", "input/output", "a/b", "km/h", "req/s"].contains(pair)
    }
    return !isFixed && parts.allSatisfy { $0.contains(where: \.isLetter) && $0.split(separator: " ").count < 4 }
  }

  /// Whether a name is that of another variable with `_2` behind it.
  private static func isNumbered(_ name: String, among variables: [Variable]) -> Bool {
    guard let mark = name.lastIndex(of: "_"), name[mark...].dropFirst().allSatisfy(\.isNumber) else { return false }
    return variables.contains { $0.name == name[..<mark] }
  }
}
