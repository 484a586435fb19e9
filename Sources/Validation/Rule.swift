package import Diagnostics
internal import Files
package import Library

/// A check of a library: what it reports, why that matters, and a library that has the fault and one that has not.
///
/// One file a rule, named after the bad thing; the registry lists it in one line.
package protocol Rule: Sendable {
  /// Kebab-case, readable after "ignore": `broken-link`.
  static var id: String { get }
  static var group: RuleGroup { get }
  /// What a finding of it has unless the library says otherwise.
  static var severity: Severity { get }
  /// The first version of Augury that has the rule.
  static var since: String { get }
  /// Whether it judges the bytes of a file and not what they make, so that no damage to the file explains what it finds.
  static var readsBytes: Bool { get }
  /// What it finds, as a short sentence without a period.
  static var summary: String { get }
  /// Why it matters and what to do, for `augury explain`.
  static var why: String { get }
  /// A library with the fault, the place of each finding in `«»`; see `Sample`.
  static var bad: Sample { get }
  /// The same library without it.
  static var good: Sample { get }

  /// The findings in a library, in any order.
  static func check(_ library: Library) -> [Finding]
}

extension Rule {
  package static var since: String { "0.1.0" }
  package static var readsBytes: Bool { false }

  /// A finding of this rule about some bytes of a file.
  static func finding(
    _ path: String,
    _ range: Range<Int>?,
    _ headline: String,
    why: String = "",
    help: String = "",
    fix: Fix? = nil,
    severity: Severity? = nil,
    measure: Int? = nil
  ) -> Finding {
    Finding(
      rule: id,
      severity: severity ?? self.severity,
      path: path,
      range: range,
      headline: headline,
      why: why,
      help: help,
      fix: fix,
      measure: measure
    )
  }
}

extension Rule {
  /// Findings of one rule in one file: whoever has mended these checks again. What a stranger's file can be reported for has no end.
  static var mostInFile: Int { 100 }

  /// What is found among the things of one file; nothing is looked for behind the first of them that is not told.
  static func firstFindings<Thing>(_ things: some Sequence<Thing>, _ find: (Thing) -> Finding?) -> [Finding] {
    var findings: [Finding] = []
    for thing in things {
      guard let found = find(thing) else { continue }
      guard findings.count < mostInFile else {
        let headline = "\(found.headline); what else is like it in this file is not listed"
        return findings + [finding(found.path, found.range, headline, why: found.why, help: found.help, severity: found.severity)]
      }
      findings.append(found)
    }
    return findings
  }
}

/// What a rule is about; a group can be selected like a rule.
package enum RuleGroup: String, Sendable, CaseIterable {
  /// Broken format and unsafe input: nothing lowers these.
  case format
  case metadata, agreement, trees, links, markdown, prompts, budgets, examples
}

/// A small library in one text: `-- path --` lines start its files, `«»` marks the places that a rule is to report.
///
/// Files that a sample does not name come from a sound module, `workflows/demo`, in a library with `preset: none`.
package struct Sample: Sendable, ExpressibleByStringLiteral {
  package let text: String

  package init(stringLiteral text: String) {
    self.text = text
  }

  /// A sound `module.json` with some of its text replaced.
  static func manifest(_ changes: (text: String, replacement: String)...) -> Sample {
    let sound = """
      -- workflows/demo/module.json --
      {
        "name": "demo",
        "version": "1.0.0",
        "displayName": "Demo",
        "description": "A module that shows how one is written.",
        "type": "workflows",
        "tags": ["demo"],
        "dependencies": [],
        "augment": { "characterCount": 0, "priority": "low" }
      }
      """
    return Sample(stringLiteral: changes.reduce(sound) { $0.replacing($1.text, with: $1.replacement) })
  }

  /// This sample in a library that keeps the house rules of the public client; samples keep none unless they say so.
  var underAugx: Sample { with("-- augury.yml --\npreset: augx") }

  /// This sample with a further file.
  func with(_ file: String) -> Sample {
    Sample(stringLiteral: text + "\n" + file)
  }
}
