package import Files
internal import Diagnostics
internal import JSON
package import Library

extension Baseline {
  private static let version = 1

  /// The content of the file: sorted, an entry a line, so that a change shows as few lines.
  package var file: [UInt8] {
    let lines = entries.map { entry -> String in
      var members: [(key: String, value: JSONText)] = [
        ("path", .string(entry.path)), ("rule", .string(entry.rule)), ("fingerprint", .string(entry.fingerprint.description)),
      ]
      if let measure = entry.measure { members.append(("measure", .int(measure))) }
      return "\n    " + String(decoding: JSONWriter.line(.object(members)), as: UTF8.self)
    }
    let list = lines.isEmpty ? "[]" : "[\(lines.joined(separator: ","))\n  ]"
    return Array("{\n  \"schemaVersion\": \(Baseline.version),\n  \"findings\": \(list)\n}\n".utf8)
  }

  /// Reads the file; every fault is collected, and none of its entries counts unless all are sound.
  package static func read(_ source: SourceFile) -> (baseline: Baseline, faults: [Configuration.Fault]) {
    let read = JSONReader.read(source.bytes)
    let faults = read.faults.filter(\.breaksGrammar).map { Configuration.Fault(span: source.span($0.span), message: $0.headline) }
    guard faults.isEmpty, let root = read.value else { return (Baseline([]), faults) }
    func fault(_ value: JSONValue, _ message: String) -> (baseline: Baseline, faults: [Configuration.Fault]) {
      (Baseline([]), [Configuration.Fault(span: source.span(value.span), message: message)])
    }
    guard let version = root["schemaVersion"]?.int else { return fault(root, "a baseline has a `schemaVersion`, which is \(Self.version)") }
    guard version == Self.version else { return fault(root, "`schemaVersion` is \(version); this augury reads \(Self.version)") }
    guard let list = root["findings"]?.array else { return fault(root, "a baseline has a list `findings`") }
    let entries = list.map { (value: $0, entry: Entry($0)) }
    if let wrong = entries.first(where: { $0.entry == nil }) {
      return fault(wrong.value, "an entry has a `path`, a `rule` and a `fingerprint` of sixteen hexadecimal digits")
    }
    return (Baseline(entries.compactMap(\.entry)), [])
  }
}

extension Baseline.Entry {
  fileprivate init?(_ json: JSONValue) {
    guard let path = json["path"]?.string, let rule = json["rule"]?.string,
      let fingerprint = json["fingerprint"]?.string.flatMap(Fingerprint.init)
    else { return nil }
    self.init(path: path, rule: rule, fingerprint: fingerprint, measure: json["measure"]?.int, span: json.span)
  }
}
