import Files
import TestSupport
import Testing

@Suite struct EmbeddedFilesTests {
  /// The folders of the repository that are compiled in.
  private static let folders = ["Sources/Assets/schema", "site/assets", "templates/prompts", "templates/site"]

  @Test(arguments: folders)
  func `every file of the folder is compiled in as it is on disk`(folder: String) throws {
    let tree = try SourceTree.read(root: Repository.root + "/" + folder) { Set($0.map(\.path)) }
    let onDisk = tree.files.map { (path: folder + "/" + $0.path, bytes: $0.bytes) }
    let embedded = EmbeddedFiles.all.filter { $0.path.hasPrefix(folder + "/") }
    #expect(embedded.map(\.path) == onDisk.map(\.path))
    for (file, (path, bytes)) in zip(embedded, onDisk) { #expect(file.bytes == bytes, "\(path) is stale") }
  }

  @Test func `the embedded files are in the order of their paths, each once`() {
    let paths = EmbeddedFiles.all.map(\.path)
    #expect(paths == Set(paths).sorted())
  }
}
