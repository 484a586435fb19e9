import Files
import JSON

/// What SARIF 2.1.0 (OASIS, errata 01) demands of the parts that our reports have, by its sections.
struct SARIFInspection {
  private(set) var problems: [String] = []

  init(_ log: JSONValue) {
    // 3.13: sarifLog
    require(log["version"]?.string == "2.1.0", "version")
    require(log["$schema"]?.string?.hasPrefix("https://") ?? true, "$schema")
    require(log["runs"]?.array != nil, "runs")
    for run in log["runs"]?.array ?? [] { inspect(run: run) }
  }

  private mutating func require(_ holds: Bool, _ problem: String) {
    if !holds { problems.append(problem) }
  }

  // 3.14: run
  private mutating func inspect(run: JSONValue) {
    if let kind = run["columnKind"] { require(["utf16CodeUnits", "unicodeCodePoints"].contains(kind.string), "columnKind") }
    // 3.14.14: a base without a location is described
    let bases = run["originalUriBaseIds"]?.object ?? []
    for base in bases {
      require(base.value["uri"]?.string?.hasSuffix("/") ?? true, "originalUriBaseIds.uri")
      if let description = base.value["description"] { inspect(message: description) }
    }
    // 3.18, 3.19: tool, toolComponent
    guard let driver = run["tool"]?["driver"] else { return finish(run, rules: [], bases: [], "tool.driver") }
    require(driver["name"]?.string?.isEmpty == false, "driver.name")
    let rules = driver["rules"]?.array ?? []
    require(Set(rules.compactMap { $0["id"]?.string }).count == rules.count, "rule.id")
    for rule in rules {
      // 3.49: reportingDescriptor
      for name in ["shortDescription", "fullDescription", "help"] { if let text = rule[name] { inspect(message: text) } }
      let level = rule["defaultConfiguration"]?["level"]
      require(level.map { Self.levels.contains($0.string ?? "") } ?? true, "defaultConfiguration.level")
      let tags = rule["properties"]?["tags"]?.array ?? []
      require(Set(tags.compactMap(\.string)).count == tags.count, "properties.tags")
    }
    finish(run, rules: rules.map { $0["id"]?.string ?? "" }, bases: bases.map(\.key), nil)
  }

  private static let levels = ["none", "note", "warning", "error"]

  private mutating func finish(_ run: JSONValue, rules: [String], bases: [String], _ problem: String?) {
    if let problem { problems.append(problem) }
    for result in run["results"]?.array ?? [] { inspect(result: result, rules: rules, bases: bases) }
  }

  // 3.27: result
  private mutating func inspect(result: JSONValue, rules: [String], bases: [String]) {
    if let message = result["message"] { inspect(message: message) } else { problems.append("result.message") }
    if let level = result["level"] { require(Self.levels.contains(level.string ?? ""), "result.level") }
    // 3.27.6: the index leads to the rule of the id
    if let index = result["ruleIndex"]?.int {
      require(rules.indices.contains(index) && rules[index] == result["ruleId"]?.string, "result.ruleIndex")
    }
    for location in result["locations"]?.array ?? [] {
      guard let physical = location["physicalLocation"] else { problems.append("physicalLocation"); continue }
      inspect(artifact: physical["artifactLocation"], bases: bases)
      if let region = physical["region"] { inspect(region: region) }
    }
    // 3.27.17: values are strings
    for print in result["partialFingerprints"]?.object ?? [] { require(print.value.string?.isEmpty == false, "partialFingerprints") }
    for fix in result["fixes"]?.array ?? [] { inspect(fix: fix, bases: bases) }
  }

  // 3.55 to 3.57: fix, artifactChange, replacement
  private mutating func inspect(fix: JSONValue, bases: [String]) {
    if let description = fix["description"] { inspect(message: description) }
    guard let changes = fix["artifactChanges"]?.array, !changes.isEmpty else { return problems.append("fix.artifactChanges") }
    for change in changes {
      inspect(artifact: change["artifactLocation"], bases: bases)
      guard let replacements = change["replacements"]?.array, !replacements.isEmpty else { problems.append("replacements"); continue }
      for replacement in replacements {
        if let region = replacement["deletedRegion"] { inspect(region: region) } else { problems.append("deletedRegion") }
        require(replacement["insertedContent"].map { $0["text"]?.string != nil } ?? true, "insertedContent")
      }
    }
  }

  // 3.11: message. Braces are placeholders unless doubled; a bracket pair before parentheses is a link unless escaped.
  private mutating func inspect(message: JSONValue) {
    guard let text = message["text"]?.string, !text.isEmpty else { return problems.append("message.text") }
    let rest = text.replacing("{{", with: "").replacing("}}", with: "")
    require(!rest.contains("{") && !rest.contains("}"), "message braces")
    require(!text.replacing("\\]", with: "").contains("]("), "message links")
  }

  // 3.4: artifactLocation; RFC 3986 for the reference
  private mutating func inspect(artifact: JSONValue?, bases: [String]) {
    guard let uri = artifact?["uri"]?.string else { return problems.append("artifactLocation.uri") }
    let allowed = "-._~/%"
    require(
      uri.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || allowed.unicodeScalars.contains($0))
      },
      "uri"
    )
    require(!uri.hasPrefix("/") && !uri.hasPrefix("../"), "uri")
    if let base = artifact?["uriBaseId"]?.string { require(bases.contains(base), "uriBaseId") }
  }

  // 3.30: region
  private mutating func inspect(region: JSONValue) {
    let start = region["startLine"]?.int
    require(start != nil || region["byteOffset"]?.int != nil, "region")
    for name in ["startLine", "startColumn", "endLine", "endColumn"] {
      require(region[name].map { $0.int ?? 0 >= 1 } ?? true, "region.\(name)")
    }
    for name in ["byteOffset", "byteLength"] { require(region[name].map { $0.int ?? -1 >= 0 } ?? true, "region.\(name)") }
    let first = start ?? 1
    let last = region["endLine"]?.int ?? first
    require(last >= first, "region.endLine")
    if last == first, let from = region["startColumn"]?.int, let to = region["endColumn"]?.int { require(to >= from, "region.endColumn") }
  }
}
