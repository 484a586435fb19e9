import ArgumentParser
import Diagnostics
import Files
import Library
import Prompts
import Site
import Validation

/// What shapes the output: the built-in templates and assets, overridden file by file by those of a folder.
///
/// A folder that is named must be there. Without one, the library's own `templates/` and `site/` are taken if it has them, else
/// those of the current folder.
struct SiteOverrides: ParsableArguments {
  @Option(help: ArgumentHelp("Templates that override the built-in ones file by file.", valueName: "dir"))
  var templates: String?

  @Option(help: ArgumentHelp("A folder with site.yml, pages/ and assets/ that override the built-in ones.", valueName: "dir"))
  var site: String?

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("The address the site will have: for sitemap.xml and absolute links in llms.txt.", valueName: "url")
  )
  var baseURL: String?

  /// The files and settings that shape a site.
  struct Files {
    let templates: [SourceFile]
    let assets: [SourceFile]
    /// `site.yml`, when there is one.
    let settings: SourceFile?
    let configuration: SiteConfiguration
    /// The Markdown files of `pages/`, with paths below it.
    let pages: [SourceFile]
    let address: SiteAddress?

    /// The site of a library.
    ///
    /// - Throws: `Templates.Fault`.
    func site(of library: Library, findings: [Finding], promptFiles: PromptFiles) throws -> Site {
      Site(
        library: library,
        findings: findings,
        rules: RuleRegistry.facts,
        manual: Manual(pages: pages, order: configuration.pages, inserts: ["commands": { CommandsText.markdown }]),
        promptFiles: promptFiles,
        configuration: configuration,
        templates: try Templates(overrides: templates),
        assets: assets,
        address: address
      )
    }

    /// Adds everything that the site depends on.
    func add(to stamp: inout Stamp) {
      stamp.add(templates)
      stamp.add(assets)
      stamp.add(pages)
      stamp.add(settings.map { [$0] } ?? [])
      stamp.add(address?.base ?? "")
    }
  }

  /// Reads the files.
  ///
  /// - Throws: `UsageFault` for a folder or an address that is none, `MachineFailure` for one that cannot be read, and the faults of
  ///   `site.yml`.
  func read(for source: LibraryOptions.Source) throws -> Files {
    let templateFolder = try folder(named: templates, default: "templates", in: source)
    let siteFolder = try folder(named: site, default: "site", in: source)
    let assetFolder = siteFolder.map { $0 + "/assets" }.flatMap { FileSystem.isFolder($0) ? $0 : nil }
    let pageFolder = siteFolder.map { $0 + "/pages" }.flatMap { FileSystem.isFolder($0) ? $0 : nil }
    let settings = try siteFolder.flatMap(settings)
    return Files(
      templates: try templateFolder.map(files) ?? [],
      assets: try assetFolder.map(files) ?? [],
      settings: settings,
      configuration: try settings.map { try SiteConfiguration($0) } ?? SiteConfiguration(),
      pages: try pageFolder.map(files) ?? [],
      address: try address()
    )
  }

  private func folder(named name: String?, default standard: String, in source: LibraryOptions.Source) throws -> String? {
    if let name {
      guard FileSystem.isFolder(name) else { throw UsageFault(message: "`\(name)` is not a folder") }
      return name
    }
    return [Path.join(source.root, standard), standard].first(where: FileSystem.isFolder)
  }

  private func files(below folder: String) throws -> [SourceFile] {
    try SourceTree.read(root: folder) { Set($0.map(\.path)) }.files
  }

  private func settings(in folder: String) throws -> SourceFile? {
    let path = Path.join(folder, SiteConfiguration.fileName)
    guard FileSystem.isFile(path) else { return nil }
    return SourceFile(path: path, bytes: try FileSystem.read(path, limit: SourceTree.maximumFileSize))
  }

  private func address() throws -> SiteAddress? {
    guard let baseURL else { return nil }
    guard let address = SiteAddress(baseURL) else {
      throw UsageFault(message: "`--base-url` takes an address such as https://example.org/docs/, not `\(baseURL)`")
    }
    return address
  }
}
