import Files
import Foundation
import JSON
import Library
import Site
import Yams

/// The targets that read data: JSON and YAML.
extension Target {
  /// Every place lies in the file and every value in the one around it. What the reader has understood it understands again when it is
  /// written; what it finds no fault with another reader accepts.
  static func manifest(_ input: [UInt8]) {
    let read = JSONReader.read(input)
    for fault in read.faults { precondition(fault.span.upperBound <= input.count, "place of \(fault.kind)") }
    var pending = [(value: read.value, span: 0..<input.count)]
    while let (value, outer) = pending.popLast() {
      guard let value else { continue }
      precondition(outer.lowerBound <= value.span.lowerBound && value.span.upperBound <= outer.upperBound, "place of \(value.kind.name)")
      for element in value.array ?? [] { pending.append((element, value.span)) }
      for member in value.object ?? [] { pending.append((member.value, value.span)) }
    }
    if let value = read.value {
      let written = JSONWriter.line(text(value))
      let again = JSONReader.read(written)
      precondition(!again.faults.contains(where: \.breaksGrammar), "the writer's JSON is none")
      precondition(again.value.map { JSONWriter.line(text($0)) } == written, "the writer's JSON is read as another")
    }
    if read.faults.isEmpty {
      precondition((try? JSONSerialization.jsonObject(with: Data(input), options: .fragmentsAllowed)) != nil, "another reader refuses")
    }
    build(["m/module.json": input, "m/README.md": Array("# M\n".utf8)])
  }

  /// A value for the writer, which has whole numbers only.
  private static func text(_ value: JSONValue) -> JSONText {
    switch value.kind {
    case .null: .null
    case .bool(let value): .bool(value)
    case .number(let number): .string(number.text)
    case .string(let text): .string(text)
    case .array(let elements): .array(elements.map(text))
    case .object(let members): .object(members.map { ($0.key, text($0.value)) })
    }
  }

  /// No error is lost: what YAML refuses, and each key that nobody knows, is a fault, and every fault has its place in the file. The
  /// same bytes as `site.yml` are read, or refused with a place.
  static func configuration(_ input: [UInt8]) {
    let source = SourceFile(path: Configuration.fileName, bytes: input)
    let faults = Configuration.read(source).faults
    for fault in faults { precondition(fault.span.range.upperBound <= input.count, "place of a fault") }
    if YAMLGuard.fault(in: source) != nil {
      precondition(!faults.isEmpty, "a file that is not parsed passes")
    } else {
      do {
        let root = try Yams.compose(yaml: source.text)
        if let root, root.null == nil, root.mapping == nil { precondition(!faults.isEmpty, "what is no map passes") }
        let unknown = root?.mapping?.keys.filter { !known.contains($0.string ?? "") } ?? []
        precondition(faults.count >= unknown.count, "an unknown key passes")
      } catch {
        precondition(!faults.isEmpty, "broken YAML passes")
      }
    }
    do {
      _ = try SiteConfiguration(SourceFile(path: SiteConfiguration.fileName, bytes: input))
    } catch {
      let lines = input.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
      precondition(error.position.line >= 1 && error.position.line <= lines + 1 && error.position.column >= 1, "place of a fault")
    }
    build(["augury.yml": input, "m/module.json": json, "m/README.md": Array("`a/b` **c/d**\n".utf8)])
  }

  private static let known = ["preset", "external", "rules", "budgets", "profiles", "types", "sections", "requires"]
}
