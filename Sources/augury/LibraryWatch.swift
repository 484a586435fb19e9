import Files
import Library

/// Reads a library again when files of it have changed.
///
/// It looks at sizes and times of files when it is asked, and waits for nothing: so an edit that is done before a request is in its
/// answer, on every file system, network ones too.
final class LibraryWatch {
  private let folder: String
  private var mark: UInt64

  /// - Parameter folder: read after this, so that no edit falls in between.
  init(_ folder: String) {
    self.folder = folder
    mark = SourceTree.mark(root: folder)
  }

  /// The library as it is now; nil when nothing has changed, or when it cannot be read, which is said once.
  func change() -> Library? {
    let now = SourceTree.mark(root: folder)
    guard now != mark else { return nil }
    mark = now
    do {
      return try LibraryOptions.read(folder).load().library
    } catch {
      _ = Augury.tell(of: error)
      Terminal.talk("the library is served as it was")
      return nil
    }
  }
}
