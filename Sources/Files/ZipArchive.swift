/// A ZIP archive of stored (uncompressed) files, the same bytes on every machine (PKWARE APPNOTE 6.3.3, sections 4.3 and 4.4).
///
/// Stored, because the output of deflate differs between versions of its library; dated 1980-01-01, the first day the format knows,
/// because a clock or a time zone has no place in an output.
package enum ZipArchive {
  /// The archive. Entries are sorted by the bytes of their names.
  ///
  /// Fails on more than 65,535 entries, on 4 GiB or more, and on two files of one name: the plain format holds no more.
  package static func bytes(of files: [OutputFile]) throws(MachineFailure) -> [UInt8] {
    let sorted = files.sorted { Path.precedes($0.path, $1.path) }
    guard sorted.count <= UInt16.max else { throw MachineFailure("cannot make an archive of \(sorted.count) files: more than 65535") }
    try OutputPaths.check(sorted)
    var entries: [Entry] = []
    var size = 0
    for file in sorted {
      let entry = try Entry(file, offset: size)
      entries.append(entry)
      size += entry.header.count + entry.content.count
    }
    let directory = entries.flatMap(\.directoryRecord)
    guard size + directory.count < UInt32.max else { throw tooLarge }
    let end = endRecord(count: sorted.count, size: directory.count, offset: size)
    var archive: [UInt8] = []
    archive.reserveCapacity(size + directory.count + end.count)
    for entry in entries {
      archive += entry.header
      archive += entry.content
    }
    archive += directory
    archive += end
    return archive
  }

  fileprivate static var tooLarge: MachineFailure { MachineFailure("cannot make an archive of 4 GiB or more") }

  private static func endRecord(count: Int, size: Int, offset: Int) -> [UInt8] {
    [0x50, 0x4B, 0x05, 0x06] + little(0, 2) + little(0, 2) + little(count, 2) + little(count, 2) + little(size, 4) + little(offset, 4)
      + little(0, 2)
  }

  /// A number in little-endian order.
  fileprivate static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

extension ZipArchive {
  /// One file of an archive.
  private struct Entry {
    private let name: [UInt8]
    let content: [UInt8]
    private let checksum: UInt32
    /// Where its local header starts.
    private let offset: Int

    init(_ file: OutputFile, offset: Int) throws(MachineFailure) {
      name = Array(file.path.utf8)
      content = file.render()
      checksum = CRC32.checksum(content)
      self.offset = offset
      guard name.count <= UInt16.max else { throw MachineFailure("cannot make an archive: the name of a file has \(name.count) bytes") }
      guard offset < UInt32.max, content.count < UInt32.max else { throw tooLarge }
    }

    /// What stands before its content.
    var header: [UInt8] { [0x50, 0x4B, 0x03, 0x04] + sharedFields + name }

    /// What the local header and the directory share: version 2.0, UTF-8 name (bit 11), stored, the date, checksum, sizes, no extra field.
    private var sharedFields: [UInt8] {
      let date = 1 << 5 | 1
      return little(20, 2) + little(1 << 11, 2) + little(0, 2) + little(0, 2) + little(date, 2) + little(Int(checksum), 4)
        + little(content.count, 4) + little(content.count, 4) + little(name.count, 2) + little(0, 2)
    }

    /// Its record in the directory: made on Unix, a regular file of mode 0644, no comment.
    var directoryRecord: [UInt8] {
      [0x50, 0x4B, 0x01, 0x02] + little(3 << 8 | 20, 2) + sharedFields + little(0, 2) + little(0, 2) + little(0, 2)
        + little(0o100644 << 16, 4) + little(offset, 4) + name
    }
  }
}

/// The checksum of ZIP and gzip (ISO 3309; the reflected polynomial 0xEDB88320), a byte at a time.
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    let table = table
    var value = ~UInt32(0)
    for byte in bytes { value = table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] ^ value >> 8 }
    return ~value
  }
}
