import Files
import Testing

@Suite struct PathTests {
  @Test(arguments: [
    ("../b.md", "a", "b.md"), ("./x/../y", "", "y"), ("b/c", "a", "a/b/c"), ("", "a/b", "a/b"), ("..", "a", ""),
  ])
  func `resolves dots from a folder`(reference: String, folder: String, expected: String) {
    #expect(Path.resolve(reference, from: folder) == expected)
  }

  @Test func `a reference that leaves the root resolves to nothing`() {
    #expect(Path.resolve("../../x", from: "a") == nil)
  }

  @Test(arguments: [
    ("index.html", "index.html", "index.html"), ("a/b.html", "index.html", "a/b.html"), ("index.html", "a/b/c.html", "../../index.html"),
    ("a/x.html", "a/b.html", "x.html"), ("a/c/x.html", "a/b/y.html", "../c/x.html"),
  ])
  func `relative references lead from one file to another`(target: String, file: String, expected: String) {
    #expect(Path.relative(to: target, fromFile: file) == expected)
    #expect(Path.resolve(expected, from: Path.folder(file)) == target)
  }

  @Test(arguments: [("a/b.tar.gz", "a/b.tar", "gz"), (".hidden", ".hidden", ""), ("a.b/c", "a.b/c", ""), ("X.MD", "X", "md")])
  func `an extension starts at the last dot of the name`(path: String, stem: String, ext: String) {
    #expect(Path.withoutExtension(path) == stem)
    #expect(Path.fileExtension(path) == ext)
  }
}
