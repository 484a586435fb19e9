import Examples
import Files
import Foundation
import Library
import TestSupport
import Testing

/// Each engine: what passes, and every way to fail. `AUGURY_ENGINES` names the folder that `make verify` has filled, `AUGURY_ENGINE_SET`
/// with what; without them only the embedded engine is held to this.
@Suite struct EngineTests {
  static let cases = [EngineCase.embedded] + (Self.folder == nil ? [] : EngineCase.core) + (Self.set == "all" ? EngineCase.full : [])
  private static let folder = ProcessInfo.processInfo.environment["AUGURY_ENGINES"]
  static let set = ProcessInfo.processInfo.environment["AUGURY_ENGINE_SET"]

  /// Runs fences of one page and tells what came of each: `passed`, `skipped`, or why it failed.
  private func run(_ engine: EngineCase, _ fences: (attributes: String, code: String, result: String?)...) throws -> [String] {
    var page = "# Page\n"
    for fence in fences {
      page += "\n```\(engine.language) engine=\(engine.engine)\(fence.attributes)\n\(fence.code)\n```\n"
      if let result = fence.result { page += "\n```text result\n\(result)\n```\n" }
    }
    return try Self.outcomes(of: page, fenceTime: .seconds(2))
  }

  /// What came of the fences of a page.
  static func outcomes(of page: String, fenceTime: Duration) throws -> [String] {
    let library = SoundModule.with(LibraryText("-- workflows/demo/rules/guide.md --\n" + page)).library()
    let machine = Machine(augury: Tool.path, engines: folder)
    let pages = try Verification(of: library, fenceTime: fenceTime).run(.init(runsAll: true), on: machine)
    return pages.flatMap(\.verdicts).map { verdict in
      switch verdict.outcome {
      case .passed(let receipt), .proven(let receipt): receipt.words
      case .failed(let failure): "failed: \(failure.headline)\n\(failure.details)"
      case .skipped(let reason): "skipped: \(reason)"
      }
    }
  }

  @Test(arguments: cases) func `a fence that prints what is expected passes`(_ engine: EngineCase) throws {
    let outcomes = try run(engine, ("", engine.passing, engine.result))
    #expect(outcomes[0].hasPrefix(engine.words))
  }

  @Test(arguments: cases) func `another result fails with a difference`(_ engine: EngineCase) throws {
    let outcomes = try run(engine, ("", engine.passing, engine.result + "\nmore"))
    #expect(outcomes[0].hasPrefix("failed: the output differs"))
    #expect(outcomes[0].contains("\n-more"))
  }

  @Test(arguments: cases) func `an error has its code, and no other`(_ engine: EngineCase) throws {
    let right = try run(engine, (" expect=error:\(engine.code)", engine.failing, nil))
    #expect(right[0].hasPrefix(engine.words))
    let wrong = try run(engine, (" expect=error:OTHER", engine.failing, nil), (" expect=error:\(engine.code)", engine.passing, nil))
    #expect(wrong[0].hasPrefix("failed: error \(engine.code) instead of OTHER"))
    #expect(wrong[1].hasPrefix("failed: no error; \(engine.code) was expected"))
    #expect(try run(engine, ("", engine.failing, nil))[0].hasPrefix("failed: error \(engine.code)"))
  }

  @Test(arguments: cases) func `a fence that does not end is stopped, and its session with it`(_ engine: EngineCase) throws {
    let outcomes = try run(engine, ("", engine.slow, nil), ("", engine.passing, nil))
    #expect(outcomes[0].hasPrefix("failed: no answer within 2"))
    #expect(outcomes[1].hasPrefix("failed: not run: its session `main` was stopped"))
  }

  @Test(arguments: cases) func `an engine that dies in the middle is a failure`(_ engine: EngineCase) throws {
    let outcomes = try run(engine, ("", engine.deadly, nil), ("", engine.passing, engine.result))
    #expect(outcomes.allSatisfy { $0.hasPrefix("failed: ") }, "\(outcomes)")
  }

  @Test func `no engine has a higher rung than its system can have`() {
    for engine in EngineRegistry.engines { #expect(engine.rung <= FenceSystem.highest(of: engine.system), "\(engine.system)") }
  }

  @Test func `an engine that is not installed is skipped`() throws {
    let text = LibraryText(
      """
      -- augury.yml --
      preset: none
      engines:
        nowhere: { command: [no-such-program, FILE] }
      -- workflows/demo/rules/guide.md --
      # Page

      ```text engine=nowhere
      x
      ```

      ```aql engine=arangodb
      RETURN 1
      ```
      """
    )
    let pages = try Verification(of: SoundModule.with(text).library()).run(.init(), on: Machine(augury: Tool.path))
    let reasons = pages.flatMap(\.verdicts).map { if case .skipped(let reason) = $0.outcome { reason } else { "" } }
    #expect(reasons == ["`no-such-program` is not installed", "there is no engine for ArangoDB"])
  }
}
