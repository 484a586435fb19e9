private import Assets

/// The files that are compiled into the binary, by their path in the repository: `templates/site/page.mustache`.
package enum EmbeddedFiles {
  /// Every embedded file in the order of the paths.
  package static let all: [SourceFile] = {
    var files: [SourceFile] = []
    while let asset = augury_asset_at(files.count) {
      let bytes = UnsafeBufferPointer(start: asset.pointee.bytes, count: asset.pointee.count)
      files.append(SourceFile(path: String(cString: asset.pointee.path), bytes: Array(bytes)))
    }
    return files
  }()
}
