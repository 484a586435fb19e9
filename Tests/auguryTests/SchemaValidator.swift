import JSON
import TestSupport
import Testing

/// An independent judge of JSON Schemas: the program `check-jsonschema`, which .ci/python installs.
enum SchemaValidator {
  static var isWanted: Bool { Readers.isWanted }

  /// The files that a schema refuses, or that cannot be read at all.
  static func refused(_ files: [String], by schema: String) throws -> Set<String> {
    let report = try Readers.run("check-jsonschema", ["--output-format", "json", "--schemafile", schema] + files).out
    let root = try #require(JSONReader.read(Array(report.utf8)).value)
    let faults = (root["errors"]?.array ?? []) + (root["parse_errors"]?.array ?? [])
    return Set(faults.compactMap { $0["filename"]?.string })
  }

  /// Whether a schema is one.
  static func isSchema(_ file: String) throws -> Bool {
    try Readers.run("check-jsonschema", ["--check-metaschema", file]).code == 0
  }
}
