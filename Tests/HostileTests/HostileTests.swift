import Diagnostics
import Files
import Library
import TestSupport
import Testing

/// Builds of libraries that mean harm: read, check, render every page and the pack, write.
@Suite(.serialized) struct HostileTests {
  @Test(.timeLimit(.minutes(2)), arguments: TextCases.all + AddressCases.all)
  func `text that wants to be markup stays text`(hostile: HostileCase) throws { try build(hostile) }

  @Test(.timeLimit(.minutes(2)), arguments: PathCases.all)
  func `no reference and no name leads a file out of its place`(hostile: HostileCase) throws { try build(hostile) }

  @Test(.timeLimit(.minutes(2)), arguments: DiskCases.all + NameCases.all)
  func `what is no plain file with a plain name is told and left out`(hostile: HostileCase) throws { try build(hostile) }

  @Test(.timeLimit(.minutes(2)), arguments: DataCases.all)
  func `broken and endless data is told`(hostile: HostileCase) throws { try build(hostile) }

  /// The largest files that are read take minutes without the optimiser: `make hostile`.
  @Test(.enabled(if: HostileTests.isOptimised), .timeLimit(.minutes(2)), arguments: LargeCases.all + PromptCases.all)
  func `large input ends soon`(hostile: HostileCase) throws { try build(hostile) }

  #if DEBUG
    static let isOptimised = false
  #else
    static let isOptimised = true
  #endif

  private func build(_ hostile: HostileCase) throws {
    let place = try HostilePlace()
    let tree: SourceTree
    switch hostile.source {
    case .memory(let files): tree = SourceTree(files: files)
    case .disk(let prepare):
      try prepare(place)
      tree = try SourceTree.read(root: place.library, wanted: Loader.wanted)
    }
    let before = try place.scratch.kinds()
    let pipeline = try Pipeline(tree)
    let rules = pipeline.faults.isEmpty ? pipeline.rules : []
    #expect(rules == hostile.rules ?? rules, "\(pipeline.findings.prefix(4).map { "\($0.path): \($0.headline.prefix(200))" })")
    #expect(pipeline.problems() == [])
    #expect(pipeline.reports.count == ReportFormat.all.count)
    let written = try OutputTree(root: place.output).write(pipeline.files).written
    #expect(try place.scratch.kinds(without: "output") == before, "something changed outside the output folder")
    #expect(hostile.also(.init(pipeline: pipeline, written: written)))
  }
}
