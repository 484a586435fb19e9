import Files
import Glibc
import Testing

@Suite struct LineReaderTests {
  /// What a reader hands out of some text until the end.
  private func events(_ text: String, limit: Int = 100) throws -> [LineReader.Event] {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let bytes = Array(text.utf8)
    try #require(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    defer { close(ends[0]) }
    var reader = LineReader(descriptor: ends[0], limit: limit)
    var events: [LineReader.Event] = []
    repeat { events.append(reader.next()) } while events.last != .end && events.count < 50
    return events
  }

  private func line(_ text: String) -> LineReader.Event { .line(Array(text.utf8)) }

  @Test func `lines end with a line feed, or a carriage return before it, or the end`() throws {
    #expect(try events("a\n\nb\r\nc") == [line("a"), line(""), line("b"), line("c"), .end])
    #expect(try events("") == [.end])
  }

  @Test(arguments: [4, 5, 6, 60_000])
  func `a line that is too long is told once, and the next is read as ever`(length: Int) throws {
    let long = String(repeating: "x", count: length)
    let read: LineReader.Event = length > 5 ? .tooLong : line(long)
    #expect(try events("ab\n\(long)\ncd\n", limit: 5) == [line("ab"), read, line("cd"), .end])
    #expect(try events("ab\n\(long)", limit: 5) == [line("ab"), read, .end])
  }

  @Test func `many lines come out of one reading`() throws {
    let lines = (0..<48).map { "line \($0)" }
    #expect(try events(lines.map { $0 + "\n" }.joined()) == lines.map(line) + [.end])
  }

  @Test func `a reader can be asked to wait only so long`() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    var reader = LineReader(descriptor: ends[0], limit: 10)
    #expect(reader.next(within: 1) == .silence)
    try #require(write(ends[1], "a\nb", 3) == 3)
    #expect(reader.next(within: 1) == line("a"))
    #expect(reader.next(within: 1) == .silence)
    close(ends[1])
    #expect(reader.next(within: 1) == line("b"))
    #expect(reader.next(within: 1) == .end)
    close(ends[0])
  }
}
