import Diagnostics
import Files
import Library
import TestSupport
import Testing
import Validation

/// Our own library with dozens of defects in it at once: what a careful reviewer would find is found on its line, and nothing else is said.
@Suite struct PlantedDefectsTests {
  /// The files of `content/`, with a budget that it keeps: what it is over is told in its own tests.
  private static func sound() throws -> [String: [UInt8]] {
    let tree = try SourceTree.read(root: Repository.root + "/content", wanted: Loader.wanted)
    var files = Dictionary(uniqueKeysWithValues: tree.files.map { ($0.path, $0.bytes) })
    files[Configuration.fileName]? += Array("rules: { module-over-budget: off }\n".utf8)
    return files
  }

  private func check(_ files: [String: [UInt8]]) throws -> (library: Library, findings: [Finding]) {
    let configuration = files[Configuration.fileName].map { Configuration.read(SourceFile(path: Configuration.fileName, bytes: $0)) }
    #expect(configuration?.faults.isEmpty == true)
    let library = Loader.load(SourceTree(files: files), configuration: configuration?.configuration ?? Configuration())
    return (library, try Check().findings(in: library))
  }

  @Test func `the sound library has no finding`() throws {
    #expect(try check(PlantedDefectsTests.sound()).findings == [])
  }

  @Test func `every planted defect is found on its line, and nothing else is reported`() throws {
    var planting = try Planting(
      PlantedDefectsTests.sound(),
      edits: PlantedDefects.edits,
      added: PlantedDefects.added,
      whole: PlantedDefects.whole
    )
    planting.countAnew(exceptIn: ["workflows/database/README.md"])
    let (library, findings) = try check(planting.files)
    let found = Planting.places(findings, in: library)
    let missed = planting.expected.subtracting(found).sorted()
    #expect(missed == [])
    #expect(found.subtracting(planting.expected).sorted() == [])
    #expect(planting.expected.count >= 60)
    #expect(Set(planting.expected.map(\.rule)).count >= 40)
  }
}
