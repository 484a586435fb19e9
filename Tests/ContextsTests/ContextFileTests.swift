import Contexts
import Library
import Markdown
import TestSupport
import Testing

/// A context: to the byte what its profile says, and of the size that it states.
@Suite struct ContextFileTests {
  private static let text = """
    -- augury.yml --
    profiles:
      all: ["a:README.md", "a:rules/two words.md", "a:data.sql", "b:README.md", "a:README.md"]
      one: ["a:rules/two words.md"]
      holes: ["a:README.md", "a:gone.md", "far/away:README.md"]
    external: { far/away: ~ }
    -- a/module.json --
    { "augment": { "profiles": { "own": ["rules/two words.md", "b:README.md"], "one": ["README.md"] } } }
    -- a/README.md --
    ---
    secret: 1
    ---
    # A

    See [*the* guide](rules/two%20words.md#part), [its start](rules/two%20words.md), [B](../b/README.md), [gone](gone.md), [out](rules/out.md#x),
    [far](https://example.org) and [by label][l]. A note[^1].

    [l]: rules/out.md

    [^1]: Of A.
    -- a/rules/two words.md --
    # Guide

    <!-- augury: ignore broken-link - meant -->
    ## Part

    ![A drawing](x.png)[^1]

    [^1]: Of the guide.

    ```sql engine=postgresql session=s expect=ok
    SELECT 1;
    ```

    ~~~~ text
    left open
    -- a/rules/out.md --
    # Out

    ## X
    -- a/data.sql --
    SELECT '```';
    -- b/module.json --
    {}
    -- b/README.md --
    # B

    ## Part
    """

  private let library = LibraryText(text).library()

  private func context(_ name: String) throws -> ContextFile { ContextFile(try library.profile(named: name), in: library) }

  @Test func `a context is its files in the order of the profile, each once, with links that lead inside it`() throws {
    #expect(
      try context("all").text == """
        # Context: all

        Profile `all` of the library: 4 files of `a`, `b`.
        This file has 980 characters, all of it counted, of a budget of 49400; about 245 tokens (an estimate: one for four characters).

        1. [a/README.md](#context-file-1)
        2. [a/rules/two words.md](#context-file-2)
        3. [a/data.sql](#context-file-3)
        4. [b/README.md](#context-file-4)

        ---

        <a id="context-file-1"></a>**File 1 of 4: `a/README.md`**

        # A

        See [*the* guide](#part), [its start](#context-file-2), [B](#context-file-4), gone (`a/gone.md`), out (`a/rules/out.md#x`),
        [far](https://example.org) and by label (`a/rules/out.md`). A note[^1-1].

        [^1-1]: Of A.

        ---

        <a id="context-file-2"></a>**File 2 of 4: `a/rules/two words.md`**

        # Guide

        ## Part

        (image: A drawing)[^2-1]

        [^2-1]: Of the guide.

        ```sql
        SELECT 1;
        ```

        ~~~~ text
        left open
        ~~~~

        ---

        <a id="context-file-3"></a>**File 3 of 4: `a/data.sql`**

        ````sql
        SELECT '```';
        ````

        ---

        <a id="context-file-4"></a>**File 4 of 4: `b/README.md`**

        # B

        ## Part

        """
    )
  }

  @Test(arguments: ["all", "own", "holes", "a:one"]) func `its size is what it states and what a budget is compared with`(name: String)
    throws
  {
    let context = try context(name)
    let size = context.text.unicodeScalars.count
    #expect(context.characters == size && context.text.contains("This file has \(size) characters,"))
    #expect(context.excess(over: size, in: library) == nil && context.excess(over: size - 1, in: library) != nil)
  }

  @Test func `a heading of a text that an earlier file has is found under its own anchor`() throws {
    let library = LibraryText(Self.text.replacing("# B\n\n## Part", with: "# B\n\n[here](#part)\n\n## Part")).library()
    let text = ContextFile(try library.profile(named: "all"), in: library).text
    #expect(text.contains("[here](#part-1)"))
    let document = Document(parsing: Array(text.utf8))
    let anchors = document.nodes.compactMap { node in
      if case .heading(_, let id) = node.kind { document.string(id) } else { nil }
    }
    #expect(anchors == ["context-all", "a", "guide", "part", "b", "part-1"])
  }

  @Test func `a published site gives the address of what is not in it`() throws {
    let text = ContextFile(try library.profile(named: "all"), in: library) { _ in "https://docs.example/a b" }.text
    #expect(text.contains("[out](<https://docs.example/a b>)") && text.contains("gone (`a/gone.md`)"))
  }

  @Test func `files that are not there are told, and those of modules elsewhere are no fault`() throws {
    let context = try context("holes")
    #expect(context.missing == ["a:gone.md"])
    #expect(context.text.contains("\nNot there: `a:gone.md`.\nIn modules that lie elsewhere: `far/away:README.md`.\n"))
  }

  @Test func `a file that is not UTF-8 is not in it`() throws {
    let library = LibraryText(Self.text).adding("a/data.sql", [0x41, 0xFF]).library()
    let context = ContextFile(try library.profile(named: "all"), in: library)
    #expect(context.missing == ["a:data.sql"] && context.files.count == 3)
  }

  // MARK: Budgets

  /// Three files of 2,000, 1,000 and 1,000 characters and a little.
  private static let sizes = """
    -- augury.yml --
    profiles: { sizes: ["m:large.txt", "m:small.txt", "m:last.txt"] }
    -- m/module.json --
    {}
    -- m/large.txt --
    \(String(repeating: "x", count: 2000))
    -- m/small.txt --
    \(String(repeating: "x", count: 1000))
    -- m/last.txt --
    \(String(repeating: "x", count: 1000))
    """

  @Test(arguments: [
    (5000, []), (4000, ["m/last.txt"]), (3000, ["m/large.txt"]), (2000, ["m/large.txt", "m/last.txt"]),
    (1000, ["m/large.txt", "m/small.txt", "m/last.txt"]),
  ])
  func `over a budget the smallest file that is enough is to be dropped, else the largest`(budget: Int, dropped: [String]) throws {
    let library = LibraryText(Self.sizes).library()
    let context = ContextFile(try library.profile(named: "sizes"), in: library)
    let help = context.excess(over: budget, in: library)?.help ?? ""
    let named = help.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    #expect(named == dropped, "\(help)")
  }

  @Test func `what is left without the files that are to be dropped does fit`() throws {
    let library = LibraryText(Self.sizes).library()
    let kept = LibraryText(Self.sizes.replacing("\"m:large.txt\", ", with: "").replacing(", \"m:last.txt\"", with: "")).library()
    #expect(ContextFile(try library.profile(named: "sizes"), in: library).excess(over: 2000, in: library) != nil)
    #expect(ContextFile(try kept.profile(named: "sizes"), in: kept).excess(over: 2000, in: kept) == nil)
  }

  // MARK: Names

  @Test(arguments: [("all", nil), ("own", "a"), ("a:own", "a"), ("one", nil), ("a:one", "a")])
  func `a profile is named by its name, or with the module that declares it`(name: String, module: String?) throws {
    #expect(try library.profile(named: name).module == module)
  }

  @Test(arguments: [
    ("al", "there is no profile `al`; did you mean `all`?"), ("b:own", "there is no profile `b:own`; did you mean `a:own`?"),
  ])
  func `an unknown name is answered with the nearest`(name: String, sentence: String) throws {
    let error = #expect(throws: Library.NoProfile.self) { try library.profile(named: name) }
    #expect(error?.description == sentence)
  }

  @Test func `a name that several modules have is ambiguous`() throws {
    let text =
      "-- a/module.json --\n{\"augment\": {\"profiles\": {\"p\": []}}}\n-- b/module.json --\n{\"augment\": {\"profiles\": {\"p\": []}}}"
    let library = LibraryText(text).library()
    let error = #expect(throws: Library.NoProfile.self) { try library.profile(named: "p") }
    #expect(error?.description == "several modules have a profile `p`: `a:p`, `b:p`")
    #expect(library.contexts.map(\.fileName) == ["a-p.md", "b-p.md"])
  }

  @Test func `each profile has a file of its own name`() {
    #expect(library.contexts.map(\.fileName) == ["all.md", "one.md", "holes.md", "own.md", "a-one.md"])
  }
}
