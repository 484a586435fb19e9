import Files
import Library
import Markdown
import TestSupport
import Testing

@testable import Prompts

/// The files of all targets as they lie in one project.
@Suite struct ProjectTests {
  /// A library whose modules, guides and prompts have the names of each other, or differ in case alone.
  private static func twins() -> Library {
    var text = LibraryText("")
    for module in ["workflows/db", "workflows/DB", "domain/db", "domain-db", "x/workflows-db", "1/2", ""] {
      text.files[Path.join(module, "module.json")] = Array(#"{ "name": "db" }"#.utf8)
      text.files[Path.join(module, "README.md")] = Array("# Db\n\n[one](rules/guide.md), [two](rules/Guide.md)\n".utf8)
      for guide in ["rules/guide.md", "rules/Guide.md", "rules/a/b.md", "rules/a-b.md", "examples/guide.md", "examples/a/b.md"] {
        let links = "[own](#two), [guide](/rules/guide.md#two), [up](../README.md)"
        text.files[Path.join(module, guide)] = Array("# Guide\n\n\(links)\n\n## Two\n\nOf `\(module)`: `rules/a/b.md`.\n".utf8)
      }
      for prompt in ["workflows-db", "go", "Go", "GO"] {
        text.files[Path.join(module, "prompts/\(prompt).md")] = Array("# \(prompt)\n\n```\nGo [there].\n```\n".utf8)
      }
    }
    return text.library()
  }

  private static let libraries = ["content", "Tests/Fixtures/seed", "Tests/Fixtures/odd", "golden", "twins"]

  private func export(_ name: String) throws -> Export {
    switch name {
    case "golden": Pack(try GoldenTests.library()).projectFiles(for: Target.all)
    case "twins": Pack(ProjectTests.twins()).projectFiles(for: Target.all)
    default: Pack(try Repository.library(name)).projectFiles(for: Target.all)
    }
  }

  @Test(arguments: libraries) func `no two files meet, not even where case does not count`(library: String) throws {
    let paths = try export(library).files.map(\.inProject.path)
    #expect(Set(paths.map { $0.lowercased() }).count == paths.count)
    for path in paths { #expect(path.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./".contains($0)) }, "\(path)") }
  }

  @Test func `every guide and every prompt of modules with the same names is there`() throws {
    let library = ProjectTests.twins()
    #expect(library.modules.count == 7)
    let files = try export("twins").files.filter { $0.target.name == "agent-skills" }
    #expect(files.count { $0.path.hasSuffix("SKILL.md") } == library.modules.count + library.prompts.count)
    #expect(files.count { $0.path.contains("/references/") } == library.modules.map { $0.guides.count + $0.examples.count }.reduce(0, +))
    let names = Set(files.map { $0.path.prefix { $0 != "/" } })
    #expect(names.isSuperset(of: ["workflows-db", "workflows-db-2", "domain-db", "domain-db-2", "x-workflows-db", "module-1-2", "db"]))
  }

  @Test(arguments: libraries) func `a link in a file leads to a heading or a file of its target`(library: String) throws {
    let files = try export(library).files.filter { $0.path.hasSuffix(".md") || $0.path.hasSuffix(".mdc") }
    let targets = Dictionary(grouping: files, by: \.target.name)
    for (target, files) in targets {
      let documents = Dictionary(uniqueKeysWithValues: files.map { ($0.path, Document(parsing: $0.render())) })
      for (path, document) in documents {
        for link in links(in: document) where !link.contains(":") {
          let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
          let home = parts[0].isEmpty ? path : resolved(parts[0], from: path)
          let there = try #require(documents[home], "\(target): \(path): \(link)")
          if parts.count > 1 { #expect(anchors(in: there).contains(parts[1]), "\(target): \(path): \(link)") }
        }
      }
    }
  }

  private func links(in document: Document) -> [String] {
    document.nodes.compactMap { if case .link(let destination, _) = $0.kind { document.string(destination) } else { nil } }
  }

  private func anchors(in document: Document) -> Set<String> {
    Set(document.nodes.compactMap { if case .heading(_, let id) = $0.kind { document.string(id) } else { nil } })
  }

  private func resolved(_ link: String, from file: String) -> String {
    var parts = Path.folder(file).split(separator: "/")
    for part in link.split(separator: "/") {
      if part == ".." { parts.removeLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
