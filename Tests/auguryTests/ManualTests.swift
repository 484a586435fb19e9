import Files
import Foundation
import TestSupport
import Testing

/// The manual in `site/pages` says what is so: its module is right, its commands have the options that it names, its settings are read.
@Suite struct ManualTests {
  private static let folder = "\(Repository.root)/site/pages"
  static let pages = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".md") }.sorted()

  private static func text(_ page: String) throws -> String { try String(contentsOfFile: "\(folder)/\(page)", encoding: .utf8) }

  /// The lines of each fence with its info string; a fence of four ticks holds those of three.
  private static func fences(_ page: String) throws -> [(info: String, before: String, lines: [String])] {
    var fences: [(info: String, before: String, lines: [String])] = []
    var end: String?
    var before = ""
    for line in try text(page).components(separatedBy: "\n") {
      if line == end {
        end = nil
      } else if end != nil {
        fences[fences.count - 1].lines.append(line)
      } else if line.hasPrefix("```") {
        end = String(line.prefix { $0 == "`" })
        fences.append((String(line.drop { $0 == "`" }), before, []))
      } else if !line.isEmpty {
        before = line
      }
    }
    return fences
  }

  @Test func `the module that the manual writes passes every check, and its example runs`() throws {
    let scratch = try Scratch()
    for fence in try Self.fences("write.md") where fence.before.hasPrefix("`writing-standards/notes/") {
      let path = fence.before.split(separator: "`")[0]
      try scratch.put("library/\(path)", bytes: Array((fence.lines.joined(separator: "\n") + "\n").utf8))
    }
    for arguments in [["count", "--write"], ["check", "--strict"], ["verify", "--all"]] {
      let ending = try Tool.run(arguments + ["--library", "library"], in: scratch.path)
      #expect(ending.code == 0, "\(arguments): \(ending.talk)")
    }
    let filled = ["--set", "version=2", "--set", "readers=operators", "--set", "changes=a", "--set", "changes=b", "--library", "library"]
    #expect(try Tool.run(["prompt", "fill", "note-start"] + filled, in: scratch.path).out.hasSuffix("Changes:\n- a\n- b\n"))
  }

  @Test(arguments: pages) func `a command of the manual has the options that it is shown with`(page: String) throws {
    for line in try Self.fences(page).filter({ $0.info == "sh" }).flatMap(\.lines) where line.hasPrefix("augury ") {
      let words = line.split(separator: " ").map(String.init)
      let isNested = words[1] == "prompt"
      let help = try Tool.run(Array(words[1..<(isNested ? 3 : 2)]) + ["--help"])
      #expect(help.code == 0, "\(line)")
      for option in words where option.hasPrefix("--") { #expect(help.out.contains("\(option) "), "\(line): \(option)") }
    }
  }

  @Test func `the settings that the manual shows are read`() throws {
    let scratch = try Scratch()
    try scratch.put("library/m/module.json", bytes: Array("{}".utf8))
    for (page, path) in [("publish.md", "library/site/site.yml"), ("adopt.md", "library/augury.yml")] {
      let settings = try #require(try Self.fences(page).first { $0.info == "yaml" })
      try scratch.put(path, bytes: Array((settings.lines.joined(separator: "\n") + "\n").utf8))
    }
    let ending = try Tool.run(["build", "--library", "library", "--output", "out", "--fail-on", "never"], in: scratch.path)
    #expect(ending.code == 0, "\(ending.talk)")
  }

  @Test func `every command is on the page of commands, and every link of the manual leads somewhere`() throws {
    let scratch = try Scratch()
    let ending = try Tool.run(["build", "--output", scratch["out"]])
    #expect(ending.code == 0)
    let commands = try String(contentsOfFile: scratch["out/manual/commands.html"], encoding: .utf8)
    let listed = try Tool.run("--help").out.components(separatedBy: "SUBCOMMANDS:").last ?? ""
    for line in listed.components(separatedBy: "\n") where line.hasPrefix("  ") && !line.hasPrefix("   ") && !line.hasPrefix("  See ") {
      let name = line.split(separator: " ")[0]
      #expect(commands.contains(">augury \(name)"), "\(name)")
    }
    for page in Self.pages {
      let html = try String(contentsOfFile: scratch["out/manual/\(page.dropLast(3)).html"], encoding: .utf8)
      #expect(!html.contains("class=\"broken\""), "\(page)")
    }
  }
}
