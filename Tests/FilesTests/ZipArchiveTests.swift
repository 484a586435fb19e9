import TestSupport
import Testing

@testable import Files

@Suite struct ZipArchiveTests {
  private let files = [
    OutputFile(path: "b/é.md", text: "Grüße\n"), OutputFile(path: "a.txt", text: ""),
    OutputFile(path: "b/a") { (0...255).map { UInt8($0) } },
  ]

  @Test func `has the checksum that the standard names`() {
    #expect(CRC32.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CRC32.checksum([]) == 0)
  }

  @Test(arguments: ["UTC", "Asia/Tokyo"])
  func `an independent reader gives back names, bytes, dates and modes`(zone: String) throws {
    let scratch = try Scratch()
    try scratch.put("a.zip", bytes: ZipArchive.bytes(of: files))
    let script = """
      import sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      print(archive.testzip())
      for entry in archive.infolist():
          print(ascii(entry.filename), archive.read(entry).hex(), entry.date_time, oct(entry.external_attr >> 16), entry.compress_type, entry.flag_bits, entry.extra)
      """
    let rest = "(1980, 1, 1, 0, 0, 0) 0o100644 0 2048 b''"
    let all = (0...255).map { String($0 + 256, radix: 16).dropFirst() }.joined()
    let expected = """
      None
      'a.txt'  \(rest)
      'b/a' \(all) \(rest)
      'b/\\xe9.md' 4772c3bcc39f650a \(rest)

      """
    #expect(try Program.run(["python3", "-c", script, scratch["a.zip"]], environment: ["TZ": zone]).out == expected)
  }

  @Test func `an archive of nothing is an archive`() throws {
    #expect(try ZipArchive.bytes(of: []).count == 22)
  }

  @Test func `the order of the files does not matter`() throws {
    #expect(try ZipArchive.bytes(of: files) == ZipArchive.bytes(of: files.reversed()))
  }

  @Test func `refuses more files than the format can count`() throws {
    let many = (0...65_535).map { OutputFile(path: String($0), text: "") }
    #expect(throws: MachineFailure.self) { try ZipArchive.bytes(of: many) }
    #expect(throws: MachineFailure.self) { try ZipArchive.bytes(of: [files[0], files[0]]) }
  }
}
