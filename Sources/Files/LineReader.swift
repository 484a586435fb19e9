private import Glibc

/// Reads lines as they come from a person or a program. A line of any length costs no more memory than the longest that is wanted.
package struct LineReader {
  package enum Event: Sendable, Hashable {
    /// A line without its line end (a line feed, or a carriage return and a line feed).
    case line([UInt8])
    /// A line of more bytes than the limit. What it holds is gone.
    case tooLong
    /// Nothing came in time.
    case silence
    /// There is no more for now. A terminal may be read on: somebody pressed Control-D.
    case end
  }

  private let descriptor: Int32
  private let limit: Int
  /// What was read and not yet handed out, from `start` on; up to `searched` there is no line feed in it.
  private var buffer: [UInt8] = []
  private var start = 0
  private var searched = 0
  /// Whether the line that is read now is too long already.
  private var isTooLong = false

  /// - Parameter limit: the most bytes of a line.
  package init(descriptor: Int32, limit: Int) {
    (self.descriptor, self.limit) = (descriptor, limit)
  }

  /// The next line.
  ///
  /// - Parameter milliseconds: how long to wait for something to read; nil for as long as it takes.
  package mutating func next(within milliseconds: Int32? = nil) -> Event {
    while true {
      if let feed = buffer[searched...].range(ofBytes: [UInt8(ascii: "\n")]) {
        return take(upTo: feed.lowerBound, resumingAt: feed.upperBound)
      }
      searched = buffer.count
      if searched - start > limit {
        isTooLong = true
        forget(before: searched)
      }
      if let milliseconds, !isReadable(within: milliseconds) { return .silence }
      if !fill() {
        return searched > start || isTooLong ? take(upTo: searched, resumingAt: searched) : .end
      }
    }
  }

  private mutating func take(upTo end: Int, resumingAt next: Int) -> Event {
    var line = buffer[start..<end]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    let event = isTooLong || line.count > limit ? Event.tooLong : .line(Array(line))
    isTooLong = false
    start = next
    searched = next
    return event
  }

  /// Drops what was handed out, once it is more than half of the buffer, so that each byte is moved a few times at most.
  private mutating func forget(before offset: Int) {
    guard offset > buffer.count / 2 else { return }
    buffer.removeFirst(offset)
    start = 0
    searched -= offset
  }

  /// Reads what is there; false at the end, and when the descriptor cannot be read.
  private mutating func fill() -> Bool {
    forget(before: start)
    let chunk = 64 << 10
    var isEnd = false
    let bytes = [UInt8](unsafeUninitializedCapacity: chunk) { space, count in
      var length = read(descriptor, space.baseAddress, chunk)
      while length < 0, errno == EINTR { length = read(descriptor, space.baseAddress, chunk) }
      count = max(length, 0)
      isEnd = length <= 0
    }
    buffer += bytes
    return !isEnd
  }

  private func isReadable(within milliseconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, milliseconds) > 0
  }
}
