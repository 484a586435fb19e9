import Files
import JSON
import Library
import TestSupport
import Testing

@testable import Prompts

/// The prompts that ship, without a model: what each looks like filled in, and how somebody gets to it.
///
/// `Tests/Fixtures/prompts` holds the texts (`filled`), read by eye before they were committed, and sentences of users with where each leads.
@Suite struct ShippedPromptsTests {
  private static let fixtures = Repository.root + "/Tests/Fixtures/prompts"

  private let library: Library
  private let module: Module
  private let files: SourceTree

  init() throws {
    library = try Repository.library("content")
    module = try #require(library.module("workflows/database"))
    files = try SourceTree.read(root: Self.fixtures) { Set($0.map(\.path)) }
  }

  private func fixture(_ path: String) throws -> [UInt8] {
    try #require(files.file(path), "\(path) is missing").bytes
  }

  private func sentences() throws -> JSONValue {
    try #require(JSONReader.read(try fixture("sentences.json")).value)
  }

  @Test func `each prompt with the examples of its table is the text that was read by eye`() throws {
    for prompt in module.prompts {
      let given = prompt.variables.flatMap { variable -> [(name: String, value: String)] in
        let example = variable.example ?? ""
        guard variable.kind == .list else { return [(variable.name, example)] }
        return example.split(separator: ";").map { (variable.name, $0.trimmed) }
      }
      let read = PromptValues.read(given, for: prompt)
      #expect(read.faults.map(\.description) == [], "\(prompt.id)")
      let expected = String(decoding: try fixture("filled/\(prompt.id).txt"), as: UTF8.self)
      #expect(prompt.filled(with: read.values).trimmed == expected.trimmed, "\(prompt.id)")
    }
    let filled = files.files.map(\.path).filter { $0.hasPrefix("filled/") }
    #expect(filled.sorted() == module.prompts.map { "filled/\($0.id).txt" }.sorted())
  }

  @Test func `all thirty prompts of the plan are there`() {
    #expect(module.prompts.count == 30)
    #expect(module.prompts.allSatisfy { $0.path == module.readme?.path || $0.path == "workflows/database/prompts/\($0.id).md" })
  }

  @Test func `every sentence leads to a prompt and files that are there, one link from the router`() throws {
    let router = "workflows/database/rules/workflow.md"
    let linked = Set(
      library.references.filter { $0.path == router }.compactMap { reference -> String? in
        if case .page(let path, _) = reference.target { path } else { nil }
      }
    )
    let leads = try #require(sentences()["leads"]?.array)
    var reached: Set<String> = []
    for lead in leads {
      let say = try #require(lead["say"]?.string)
      let id = try #require(lead["prompt"]?.string)
      let prompt = try #require(module.prompts.first { $0.id == id }, "\(say): no prompt \(id)")
      #expect(linked.contains(prompt.path), "\(say): \(prompt.path) is no link of the router")
      for file in try #require(lead["files"]?.array).compactMap(\.string) {
        #expect(linked.contains("workflows/database/" + file), "\(say): \(file) is no link of the router")
      }
      reached.insert(id)
    }
    #expect(leads.count == 60)
    #expect(reached == Set(module.prompts.map(\.id)))
  }

  @Test func `no sentence is there twice, and those that lead nowhere lead nowhere`() throws {
    let sentences = try sentences()
    let leading = (sentences["leads"]?.array ?? []).compactMap { $0["say"]?.string }
    let all = leading + (sentences["leadsNowhere"]?.array ?? []).compactMap(\.string)
    #expect(Set(all).count == all.count && all.count > 60)
  }

  @Test func `every page of the module is one link from the router`() {
    let router = "workflows/database/rules/workflow.md"
    let linked = Set(
      library.references.filter { $0.path == router }.compactMap { reference -> String? in
        if case .page(let path, _) = reference.target { path } else { nil }
      }
    )
    let pages = module.pages.filter { [.guide, .example, .prompt].contains($0.role) }.map(\.path)
    #expect(Set(pages).subtracting(linked) == [router])
  }
}
