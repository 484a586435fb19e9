import ArgumentParser
import Diagnostics
import Files
import Library
import Site

/// What shapes the output: the built-in templates and assets, overridden file by file by those of a folder.
///
/// A folder that is named must be there. Without one, the library's own `templates/` and `site/` are taken if it has them, else
/// those of the current folder.
struct SiteOverrides: ParsableArguments {
  @Option(help: ArgumentHelp("Templates that override the built-in ones file by file.", valueName: "dir"))
  var templates: String?

  @Option(help: ArgumentHelp("A folder with site.yml and assets/ that override the built-in ones.", valueName: "dir"))
  var site: String?

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("The address the site will have: for sitemap.xml and absolute links in llms.txt.", valueName: "url")
  )
  var baseURL: String?

  /// The site of a library.
  ///
  /// - Throws: `UsageFault` for a folder or an address that is none, `MachineFailure` for one that cannot be read, and the faults of
  ///   templates and of `site.yml`.
  func site(of loaded: LibraryOptions.Loaded, findings: [Finding]) throws -> Site {
    let templateFolder = try folder(named: templates, default: "templates", in: loaded)
    let siteFolder = try folder(named: site, default: "site", in: loaded)
    return Site(
      library: loaded.library,
      findings: findings,
      configuration: try configuration(in: siteFolder),
      templates: try Templates(overrides: templateFolder.map { try files(below: $0) } ?? []),
      assets: try siteFolder.map { $0 + "/assets" }.flatMap { FileSystem.isFolder($0) ? try files(below: $0) : nil } ?? [],
      address: try address()
    )
  }

  private func folder(named name: String?, default standard: String, in loaded: LibraryOptions.Loaded) throws -> String? {
    if let name {
      guard FileSystem.isFolder(name) else { throw UsageFault(message: "`\(name)` is not a folder") }
      return name
    }
    return [Path.join(loaded.root, standard), standard].first(where: FileSystem.isFolder)
  }

  private func files(below folder: String) throws -> [SourceFile] {
    try SourceTree.read(root: folder) { Set($0.map(\.path)) }.files
  }

  private func configuration(in folder: String?) throws -> SiteConfiguration {
    guard let path = folder.map({ Path.join($0, SiteConfiguration.fileName) }), FileSystem.isFile(path) else {
      return SiteConfiguration()
    }
    return try SiteConfiguration(SourceFile(path: path, bytes: try FileSystem.read(path, limit: SourceTree.maximumFileSize)))
  }

  private func address() throws -> SiteAddress? {
    guard let baseURL else { return nil }
    guard let address = SiteAddress(baseURL) else {
      throw UsageFault(message: "`--base-url` takes an address such as https://example.org/docs/, not `\(baseURL)`")
    }
    return address
  }
}
