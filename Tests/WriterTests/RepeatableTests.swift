import Foundation
import Glibc
import TestSupport
import Testing

/// The same library makes the same bytes wherever, whenever and by whomever it is built.
@Suite struct RepeatableTests {
  struct Circumstance: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var folder = "a"
    var environment: [String: String] = [:]
    /// Words in front of the program's name.
    var wrapper: [String] = []
    var isReversed = false
    /// Seconds after 1970 that the sources were last changed.
    var time = 1_000_000_000

    static let all =
      [
        Circumstance(testDescription: "a deep folder with blanks", folder: "b/c d/é/f"),
        Circumstance(testDescription: "the C locale", environment: ["LC_ALL": "C", "LANG": "C"]),
        Circumstance(testDescription: "a Turkish locale", environment: ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"]),
        Circumstance(testDescription: "east", environment: ["TZ": "Pacific/Kiritimati", "HOME": "/nowhere", "USER": "somebody"]),
        Circumstance(testDescription: "west", environment: ["TZ": "Etc/GMT+12", "HOSTNAME": "elsewhere", "SOURCE_DATE_EPOCH": "1"]),
        Circumstance(testDescription: "one core", wrapper: ["taskset", "-c", "0"]),
        Circumstance(testDescription: "files made in reverse order, in another year", isReversed: true, time: 1_700_000_000),
      ] + (getuid() == 0 ? [Circumstance(testDescription: "another user", wrapper: ["setpriv", "--reuid=65534", "--clear-groups"])] : [])
  }

  @Test(arguments: Circumstance.all)
  func `the same bytes under other circumstances`(_ kind: Circumstance) throws {
    let scratch = try Scratch()
    try scratch.makeFolder(kind.folder)
    for (path, text) in Place.library.sorted(by: { ($0.key < $1.key) != kind.isReversed }) {
      try scratch.put("\(kind.folder)/lib/\(path)", text)
      let date = Date(timeIntervalSince1970: TimeInterval(kind.time))
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: scratch["\(kind.folder)/lib/\(path)"])
    }
    // For the other user: a program that it can reach, and a folder that it can write.
    try scratch.put("augury", try Data(contentsOf: URL(fileURLWithPath: Tool.path)))
    for path in ["", "augury", kind.folder] {
      try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: scratch[path])
    }
    let command = kind.wrapper + [scratch["augury"]] + Place.arguments
    let ending = try Program.run(command, in: scratch[kind.folder], environment: kind.environment)
    #expect(ending.code == 0, "\(ending.talk)")
    try scratch.rename("\(kind.folder)/out", to: "result")
    #expect(try Place.content(scratch["result"]) == Place.clean(Place.library))
  }

  @Test func `no output names a place, a person, a machine or a day`() throws {
    let place = try Place()
    try place.build()
    var host = [CChar](repeating: 0, count: 256)
    #expect(gethostname(&host, 255) == 0)
    let hostName = String(decoding: host.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let year = Calendar(identifier: .gregorian).component(.year, from: Date())
    let words = [place.scratch.path, Repository.root, NSTemporaryDirectory(), NSHomeDirectory() + "/", hostName, "\(year)-"]
    for (path, bytes) in try place.content() {
      for word in words where word.utf8.count > 1 { #expect(bytes?.range(of: Data(word.utf8)) == nil, "\(word) in \(path)") }
    }
  }
}
