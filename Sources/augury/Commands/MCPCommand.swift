import ArgumentParser
import Files
import Glibc
import Library
import Server

struct MCPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Serve prompts, guides and examples to an AI tool (Model Context Protocol).",
    discussion: """
      Speaks the protocol over stdin and stdout, versions \(MCPServer.protocolVersions.joined(separator: " and ")), until stdin ends. An \
      AI tool starts it by itself; it needs the whole path of the library, since nobody knows the folder it is started in. An edit is in \
      the next answer, and the tool is told when a list has changed.

      Example: augury mcp --library /home/me/modules
      Example: claude mcp add modules -- augury mcp --library /home/me/modules
      """
  )

  /// How long nothing has to happen before the library is looked at anyway, in milliseconds: the client is told of an edit without
  /// asking, and a library of 20,000 files takes a hundredth of a processor.
  private static let pause: Int32 = 2_000

  @OptionGroup var library: LibraryOptions

  func run() throws {
    signal(SIGPIPE, SIG_IGN)
    Self.endOnTermination()
    let watch = LibraryWatch(try LibraryFolder.find(named: library.library))
    var server = MCPServer(try library.load().library, version: Augury.version, change: watch.change)
    var input = LineReader(descriptor: STDIN_FILENO, limit: MCPServer.longestMessage)
    while true {
      let lines: [[UInt8]]
      switch input.next(within: Self.pause) {
      case .line(let line): lines = server.answer(line)
      case .tooLong: lines = [MCPServer.refusal]
      case .silence: lines = server.news()
      case .end: return
      }
      for line in lines where !Terminal.send(line) { return }
    }
  }

  /// A client ends a server that does not end by itself by SIGTERM (specification, basic/lifecycle). Nothing is left undone then. Whoever
  /// starts it may hold that signal back in the thread that does, and a program inherits that.
  private static func endOnTermination() {
    signal(SIGTERM) { _ in _exit(0) }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGTERM)
    sigprocmask(SIG_UNBLOCK, &signals, nil)
  }
}
