import ArgumentParser
import Diagnostics
import Files
import Library
import Validation

/// Which library a command works on. Every command has it.
struct LibraryOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The library's folder.", valueName: "dir"))
  var library: String?

  /// What a library's folder holds, not yet loaded.
  struct Source {
    /// The folder as the user would name it; empty for the current one.
    let root: String
    let tree: SourceTree
    let configuration: Configuration

    /// - Throws: `UsageFault` when there is no module, and none that is there but cannot be read, which is a finding.
    func load() throws -> Loaded {
      let library = Loader.load(tree, configuration: configuration)
      guard !library.modules.isEmpty || tree.entries.contains(where: Self.mayBeModule) else {
        let folder = root.isEmpty ? "." : SourceExcerpt.visible(root)
        throw UsageFault(message: "no module in `\(folder)`: no folder in it has a `module.json`")
      }
      return Loaded(root: root, library: library)
    }

    private static func mayBeModule(_ entry: SourceTree.Entry) -> Bool {
      if case .unreadable = entry.kind { true } else { Path.name(entry.path) == Loader.manifestName }
    }

    /// Refuses a baseline that cannot be read: it must not pass for none.
    func requireSoundBaseline() throws {
      try LibraryOptions.requireReadable(tree.entry(Baseline.fileName), at: Path.join(root, Baseline.fileName))
      guard let source = tree.file(Baseline.fileName) else { return }
      let faults = Baseline.read(source).faults
      if !faults.isEmpty { throw ConfigurationFaults(faults: faults, source: source, root: root) }
    }
  }

  /// A library and the folder it was read from.
  struct Loaded {
    let root: String
    let library: Library
  }

  /// Finds and reads the library, and says which it is.
  ///
  /// - Throws: `UsageFault` when there is none, `ConfigurationFaults`, `MachineFailure`.
  func read() throws -> Source {
    let folder = try LibraryFolder.find(named: library)
    let source = try Self.read(folder)
    Terminal.talk("library: \(SourceExcerpt.visible(folder))")
    return source
  }

  /// Reads the library in a folder.
  static func read(_ folder: String) throws -> Source {
    let tree = try Loader.read(folder)
    let root = folder == "." ? "" : folder
    return Source(root: root, tree: tree, configuration: try configuration(of: tree, root: root))
  }

  private static func configuration(of tree: SourceTree, root: String) throws -> Configuration {
    try requireReadable(tree.entry(Configuration.fileName), at: Path.join(root, Configuration.fileName))
    guard let source = tree.file(Configuration.fileName) else { return Configuration() }
    let read = Configuration.read(source)
    // A library for another version may well have keys that this one does not know; they are not what is wrong.
    if let fault = read.configuration.fault(forVersion: Augury.version) {
      throw ConfigurationFaults(faults: [fault], source: source, root: root)
    }
    let faults = read.faults + Check.faults(in: read.configuration)
    guard faults.isEmpty else { throw ConfigurationFaults(faults: faults, source: source, root: root) }
    return read.configuration
  }

  /// Reads and loads the library.
  func load() throws -> Loaded {
    try read().load()
  }

  /// A file of the library's root that is there and cannot be read must not pass for none.
  private static func requireReadable(_ entry: SourceTree.Entry?, at path: String) throws {
    switch entry?.kind {
    case .file, nil: return
    case .unreadable(let reason): throw MachineFailure("read", path, reason: reason)
    case .tooLarge(let size): throw UsageFault(message: "`\(path)` has \(size) bytes; at most \(SourceTree.maximumFileSize) are read")
    case .symbolicLink: throw UsageFault(message: "`\(path)` is a symbolic link, which is not followed")
    case .folder, .special, .tooDeep, .badName: throw UsageFault(message: "`\(path)` is not a file")
    }
  }
}

/// Finds the library's folder (`product.md` section 6).
enum LibraryFolder {
  static func find(named name: String?) throws -> String {
    if let name {
      guard FileSystem.isFolder(name) else { throw UsageFault(message: "`\(SourceExcerpt.visible(name))` is not a folder") }
      return name.count > 1 && name.hasSuffix("/") ? String(name.dropLast()) : name
    }
    var folder = "."
    for _ in 0..<64 {
      if FileSystem.isFile("\(folder)/\(Configuration.fileName)") { return folder }
      if FileSystem.isSame(folder, "\(folder)/..") { break }
      folder = folder == "." ? ".." : folder + "/.."
    }
    return ["content", "augment-extensions"].first(where: FileSystem.isFolder) ?? "."
  }
}
