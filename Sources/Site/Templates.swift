package import Files
internal import Mustache

/// The page templates, compiled once and checked: every name they use exists, and so does every partial.
///
/// They are standard Mustache. The embedded ones are replaced file by file by a library's own, so a designer changes one
/// component and keeps the rest.
///
/// swift-mustache 2.1.1 escapes by grapheme: a quotation mark with a combining mark behind it would come through as it is and could
/// end an attribute. So texts are escaped here, byte by byte (`TemplateField.text`), and templates are compiled without escaping.
package struct Templates: Sendable {
  /// What is wrong with a template: a mistake of whoever wrote it, told with its place.
  package struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
    package let path: String
    package let position: SourcePosition
    /// One sentence, no final period.
    package let message: String

    package var description: String { "\(path):\(position.line):\(position.column): \(message)" }
  }

  private static let folder = "site/"
  private static let ending = ".mustache"

  private let skeletons: Skeletons

  /// - Parameter overrides: files of a `templates` folder with paths below it (`site/footer.mustache`); other files are ignored.
  package init(overrides: [SourceFile] = []) throws(Fault) {
    var sources: [String: SourceFile] = [:]
    for file in EmbeddedFiles.all {
      if let name = Templates.name(of: file.path, below: "templates/" + Templates.folder) { sources[name] = file }
    }
    var replaced: Set<String> = []
    for file in overrides {
      guard let name = Templates.name(of: file.path, below: Templates.folder) else { continue }
      sources[name] = file
      replaced.insert(name)
    }
    var library = MustacheLibrary()
    for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
      if replaced.contains(name) { try Templates.parse(source) }
      library.register(try Templates.compiled(source), named: name)
    }
    skeletons = Skeletons(library: library)
    // A test has checked those that are compiled in.
    if replaced.isEmpty { return }
    let check = TemplateCheck(sources: sources)
    for model in PageTemplates.all { try check.check(template: model.template, shapes: model.shapes) }
  }

  /// What a model's template, which the check has passed, makes of it.
  func render(_ model: some TemplateModel) -> HTML {
    render(all: [model])
  }

  /// What the template makes of each model, one behind the other.
  func render(all models: some Sequence<some TemplateModel>) -> HTML {
    var out = HTML()
    for model in models { skeletons.render(model, into: &out) }
    return out
  }

  /// `site/parts/x.mustache` is the template `parts/x`.
  private static func name(of path: String, below folder: String) -> String? {
    guard path.hasPrefix(folder), path.hasSuffix(ending) else { return nil }
    return String(path.dropFirst(folder.count).dropLast(ending.count))
  }

  /// Parses a template as it is written, so that a fault has its place there.
  private static func parse(_ source: SourceFile) throws(Fault) {
    _ = try template(of: source, text: source.text)
  }

  private static func compiled(_ source: SourceFile) throws(Fault) -> MustacheTemplate {
    try template(of: source, text: TemplateTag.withoutEscaping(source.bytes))
  }

  private static func template(of source: SourceFile, text: String) throws(Fault) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: text)
    } catch let error as MustacheTemplate.ParserError {
      let position = SourcePosition(line: error.context.lineNumber, column: error.context.columnNumber)
      throw Fault(path: source.path, position: position, message: message(for: error.error))
    } catch {
      throw Fault(path: source.path, position: SourcePosition(line: 1, column: 1), message: "this is not a Mustache template: \(error)")
    }
  }

  private static func message(for error: any Error) -> String {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "this tag closes a section that is not the innermost open one"
    case .expectedSectionEnd: "a section is still open at the end of the template"
    case .unfinishedName: "this tag is not closed, or its name has characters that no name has"
    case .illegalTokenInsideInheritSection, .textInsideInheritSection: "between {{<page}} and {{/page}} only blocks {{$name}} may stand"
    default: "this is not a Mustache template: \(error)"
    }
  }
}
