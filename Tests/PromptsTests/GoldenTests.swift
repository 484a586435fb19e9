import Files
import Foundation
import Library
import TestSupport
import Testing

@testable import Prompts

/// Every file of every target for one small library, as it is kept in `Tests/Fixtures/pack`, with what got lost.
///
/// With `AUGURY_WRITE_GOLDENS` in the environment they are written anew: read each line before it is committed.
@Suite struct GoldenTests {
  private static let folder = Repository.root + "/Tests/Fixtures/pack/"

  static func library() throws -> Library {
    LibraryText(try String(contentsOfFile: folder + "library.txt", encoding: .utf8)).library()
  }

  @Test(arguments: Target.all.map(\.name)) func `a target gets the files that are kept here`(target: String) throws {
    let export = Pack(try GoldenTests.library()).projectFiles(for: Target.all.filter { $0.name == target })
    var text = export.files.map { "-- \($0.inProject.path) --\n" + String(decoding: $0.render(), as: UTF8.self) }.joined()
    text += "-- losses --\n" + export.losses.map { "\($0.kind.rawValue), \(name($0.subject, $0.variable)): \($0.sentence)\n" }.joined()
    let path = GoldenTests.folder + target + ".txt"
    if ProcessInfo.processInfo.environment["AUGURY_WRITE_GOLDENS"] != nil {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  private func name(_ subject: ExportFile.Subject, _ variable: String?) -> String {
    let name =
      switch subject {
      case .prompt(let name): name.description
      case .page(let path): path
      case .module(let id): id
      case .prompts: "all prompts"
      case .library: "the library"
      }
    return name + (variable.map { ", \($0)" } ?? "")
  }
}
