import Diagnostics
import Files
import Glibc
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
    case .memory(let files):
      if Self.isOptimised { for (name, bytes) in files { try place.put(name, bytes: bytes) } }
      tree = SourceTree(files: files)
    case .disk(let prepare):
      try prepare(place)
      tree = try Loader.read(place.library)
    }
    let before = try place.scratch.kinds()
    var seconds = -Self.processorSeconds
    let pipeline = try Pipeline(tree)
    seconds += Self.processorSeconds
    let rules = pipeline.faults.isEmpty ? pipeline.rules : []
    #expect(rules == hostile.rules ?? rules, "\(pipeline.findings.prefix(4).map { "\($0.path): \($0.headline.prefix(200))" })")
    #expect(pipeline.problems() == [])
    #expect(pipeline.reports.count == ReportFormat.all.count)
    seconds -= Self.processorSeconds
    let written = try OutputTree(root: place.output).write(pipeline.files).written
    seconds += Self.processorSeconds
    #expect(seconds < 1 || !Self.isOptimised, "\(seconds) s")
    // Without the optimiser it takes long, and reading a disk is what the program adds.
    if Self.isOptimised || hostile.isOnDisk {
      let ending = try Tool.run("build", "--library", place.library, "--output", place.output, in: place.scratch.path)
      #expect(ending.code == pipeline.exitCode, "\(ending.talk.suffix(400))")
    }
    #expect(try place.scratch.kinds(without: "output") == before, "something changed outside the output folder")
    #expect(hostile.also(.init(pipeline: pipeline, written: written)))
  }

  /// What this thread has taken of a processor for itself, which other work on the machine hardly changes; what the system takes to write
  /// one and the same files was seen to differ tenfold.
  private static var processorSeconds: Double {
    var usage = rusage()
    getrusage(1, &usage)  // RUSAGE_THREAD, a macro that Swift does not see
    return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
  }
}
