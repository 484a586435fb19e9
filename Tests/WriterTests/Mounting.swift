import Foundation
import TestSupport

/// Whether a test can have a file system of its own.
enum Mounting {
  /// On CI the tests run in any case, so that nobody takes silence for success.
  static let isPossible: Bool = {
    if ProcessInfo.processInfo.environment["CI"] == "true" { return true }
    return (try? Program.run(namespace + ["mount", "-t", "tmpfs", "none", "/tmp"], in: "/").code) == 0
  }()

  /// Starts a program with mounts of its own. Root needs no user namespace for that, and may not be allowed one (in a chroot).
  static let namespace = ["unshare", "--mount"] + (geteuid() == 0 ? [] : ["--map-root-user"])
}
