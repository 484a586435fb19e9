package import Files

/// What is asked of a YAML file before it is parsed: a parser of YAML can be made to take for ever, or all memory.
package enum YAMLGuard {
  /// Bytes of a file: hundreds of lines more than any configuration needs.
  package static let maximumBytes = 64 << 10

  /// Why a file is not parsed, in one sentence, and the byte where that shows; nil when it may be.
  package static func fault(in source: SourceFile) -> (offset: Int, message: String)? {
    if let offset = source.invalidUTF8Offset { return (offset, "not UTF-8") }
    if source.bytes.count > maximumBytes { return (0, "\(source.bytes.count) bytes; at most \(maximumBytes) are read") }
    return YAMLAliases.excess(in: source.bytes).map { ($0, "more than \(YAMLAliases.most) aliases; write the values out") }
  }
}
