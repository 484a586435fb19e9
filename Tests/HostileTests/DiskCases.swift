import Files
import Foundation
import TestSupport

/// What a folder can hold that is no file: links, pipes, sockets, devices, too deep folders, files too large or gone.
enum DiskCases {
  private static let unreadable = ["unreadable-file"]

  static let all = [
    HostileCase("a symbolic link to a file outside", rules: unreadable, also: leftOut("secret")) {
      try $0.link("workflows/demo/rules/secret.md", to: "/etc/passwd")
    },
    HostileCase("a symbolic link to a file of the module", rules: unreadable, also: leftOut("copy")) {
      try $0.link("workflows/demo/rules/copy.md", to: "guide.md")
    },
    HostileCase("a symbolic link to a folder outside", rules: unreadable, also: leftOut("etc")) {
      try $0.link("workflows/demo/rules/etc", to: "/etc")
    },
    HostileCase("a symbolic link to itself", rules: unreadable) { try $0.link("workflows/demo/rules/self.md", to: "self.md") },
    HostileCase("a symbolic link to nothing", rules: unreadable) { try $0.link("workflows/demo/rules/none.md", to: "nothing") },
    HostileCase("a loop of folders", rules: unreadable) {
      try $0.link("workflows/demo/rules/up", to: "..")
      try $0.link("workflows/demo/rules/root", to: $0.library)
    },
    HostileCase("a manifest that is a link", rules: unreadable) {
      try $0.put("workflows/other/README.md", "# O\n")
      try $0.link("workflows/other/module.json", to: "../demo/module.json")
    },
    HostileCase("a pipe that nobody writes to", rules: unreadable) { try $0.makePipe("workflows/demo/rules/pipe.md") },
    HostileCase("a manifest that is a pipe", rules: unreadable) {
      try $0.put("workflows/other/README.md", "# O\n")
      try $0.makePipe("workflows/other/module.json")
    },
    HostileCase("a socket", rules: unreadable) { try socket(at: $0.inModule("rules/s.md")) },
    HostileCase("a device, where one may be made", rules: canMakeDevices ? unreadable : []) {
      _ = mknod($0.inModule("rules/zero.md"), S_IFCHR | 0o644, makedev(1, 5))
    },
    HostileCase("a hundred folders inside one another", rules: unreadable) {
      try $0.put("workflows/demo/" + "d/" * 100 + "x.md", "# X\n")
    },
    HostileCase("folders with the longest names inside one another", rules: unreadable) {
      var folder = $0.inModule("rules")
      for _ in 0..<10 {
        folder += "/" + "n" * 255
        try FileSystem.makeFolder(folder)
      }
    },
    HostileCase("a file of a gigabyte in one line", rules: unreadable) { try $0.makeSparse("workflows/demo/rules/huge.md", size: 1 << 30) },
    HostileCase("a file of 16 MiB in one line", rules: ["limit-exceeded"]) {
      try $0.makeSparse("workflows/demo/rules/huge.md", size: 16 << 20)
    },
    HostileCase("a manifest of a gigabyte", rules: unreadable) {
      try $0.makeSparse("workflows/demo/module.json", size: 1 << 30)
    },
    HostileCase("a manifest of 16 MiB", rules: ["malformed-json"]) { try $0.makeSparse("workflows/demo/module.json", size: 16 << 20) },
    HostileCase("a program among the files", also: { !$0.written.contains { $0.hasSuffix(".sh") } }) {
      try $0.put("workflows/demo/rules/run.sh", "#!/bin/sh\nrm -rf /\n")
      try Scratch.check(chmod($0.inModule("rules/run.sh"), 0o4777))
    },
  ]

  /// Whether the pages and the pack have nothing of a name, and no page speaks of what `/etc/passwd` holds.
  private static func leftOut(_ name: String) -> @Sendable (HostileCase.Outcome) -> Bool {
    { outcome in
      !outcome.written.contains { $0.contains(name) }
        && !outcome.pipeline.files.contains { String(decoding: $0.render(), as: UTF8.self).contains("root:x:0:0") }
    }
  }

  private static func socket(at path: String) throws {
    let descriptor = Foundation.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
    }
    try Scratch.check(result)
    try Scratch.check(close(descriptor))
  }

  /// Devices are made by root only, and not in every container.
  private static let canMakeDevices: Bool = {
    let path = "/tmp/augury-hostile-device-\(getpid())"
    defer { unlink(path) }
    return mknod(path, S_IFCHR | 0o644, makedev(1, 5)) == 0
  }()

  private static func makedev(_ major: UInt, _ minor: UInt) -> dev_t { dev_t(major << 8 | minor) }
}
