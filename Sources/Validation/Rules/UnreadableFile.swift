package import Diagnostics
internal import Files
package import Library

package enum UnreadableFile: Rule {
  package static let id = "unreadable-file"
  package static let group = RuleGroup.format
  package static let severity = Severity.error
  package static let summary = "Something in the library is no file that can be read"
  package static let why = """
    Symbolic links are not followed, since they can lead anywhere; pipes and devices could block for ever; a file over 16 MiB is no \
    guide; and what cannot be read cannot be checked. Each is left out of every output and reported here.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/linked.md (symbolic link) --
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.
    """

  package static func check(_ library: Library) -> [Finding] {
    library.tree.entries.compactMap { entry in
      guard let reason = reason(entry.kind), concerns(library, entry) else { return nil }
      return finding(entry.path, nil, reason, why: "it is left out of every output", help: help(entry.kind))
    }
  }

  /// Whether something belongs to a module, or keeps modules from being found.
  private static func concerns(_ library: Library, _ entry: SourceTree.Entry) -> Bool {
    switch entry.kind {
    case .unreadable, .tooDeep, .badName: true
    case .file, .folder, .symbolicLink, .special, .tooLarge:
      Path.name(entry.path) == Loader.manifestName || library.module(containing: entry.path) != nil
    }
  }

  private static func reason(_ kind: SourceTree.Entry.Kind) -> String? {
    switch kind {
    case .file, .folder: nil
    case .symbolicLink: "a symbolic link, which is not followed"
    case .special: "a pipe, socket or device, not a file"
    case .tooLarge(let size): "\(size) bytes; at most \(SourceTree.maximumFileSize) are read"
    case .tooDeep: "more than \(SourceTree.maximumDepth) folders inside one another"
    case .unreadable(let reason), .badName(let reason): reason
    }
  }

  private static func help(_ kind: SourceTree.Entry.Kind) -> String {
    switch kind {
    case .file, .folder: ""
    case .symbolicLink: "put a copy of the file here, or link to it in the text"
    case .special: "remove it"
    case .tooLarge: "split the file, or keep it elsewhere and link to it"
    case .tooDeep: "move the files up"
    case .unreadable: "make it readable"
    case .badName: "rename it"
    }
  }
}
