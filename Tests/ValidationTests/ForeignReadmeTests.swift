import Diagnostics
import Files
import Library
import TestSupport
import Testing
import Validation

/// A README as people and machines elsewhere write it: nothing but what is wrong is told.
@Suite struct ForeignReadmeTests {
  @Test func `a README full of things that look like faults has only those that are`() throws {
    let library = LibraryText(ForeignReadmeTests.text)
    let loaded = library.library()
    let findings = try Check(select: ["links", "trees", "prompts"]).findings(in: loaded)
    let said = findings.map { finding in
      "\(finding.rule) " + (finding.range.flatMap { range in loaded.tree.file(finding.path).map { $0.text(range) } } ?? "")
    }
    #expect(
      said == [
        "tree-entry-missing email.md", "tree-entry-missing gone.md", "unknown-module marketing/shop-copy",
        "mentioned-file-missing `rules/brand-voice.md`", "unknown-module **domain-rules/checkout**",
        "unknown-module `coding-standards/sql`",
      ]
    )
    #expect(findings.map(\.severity) == [.note, .error, .error, .warning, .warning, .note])
  }

  @Test(arguments: 0..<7)
  func `the README cut off anywhere, with any line ends, is judged within its bytes`(remainder: Int) throws {
    var library = LibraryText(ForeignReadmeTests.text)
    let path = "domain-rules/marketing/shop-copy/README.md"
    let whole = try #require(library.files[path])
    for length in stride(from: remainder, to: whole.count, by: 49) {
      let lineEnds = [[0x0A], [0x0D, 0x0A], [0x0D]][length % 3] as [UInt8]
      library.files[path] = whole.prefix(length).flatMap { $0 == 0x0A ? lineEnds : [$0] }
      let loaded = library.library()
      let findings = try Check(select: ["links", "trees", "prompts"]).findings(in: loaded)
      let size = library.files[path]?.count ?? 0
      #expect(findings.allSatisfy { ($0.range?.upperBound ?? 0) <= size })
    }
  }

  private static let text = """
    -- domain-rules/marketing/shop-copy/module.json --
    {}
    -- domain-rules/marketing/shop-copy/rules/brand.md --
    # Brand
    -- domain-rules/marketing/shop-copy/rules/legal.md --
    # Legal
    -- domain-rules/marketing/shop-copy/schemas/kit.json --
    {}
    -- domain-rules/marketing/shop-copy/README.md --
    # 🛒 Shop Copy

    ✅ **One voice** - the same in every channel
    ✅ **Numbers first** - [done], [planned], `[optional]`; a type such as `string[]` or [number][]

    ## Directory Structure

    ```
    augment-extensions/marketing/shop-copy/
    ├── 📄 module.json              # Metadata
    ├── 📁 rules/                   # Guides
    │   ├── brand.md
    │   ├── legal.md                # law & order
    │   ├── email.md (optional)
    │   └── gone.md
    └── 📁 schemas/
        └── *.json
    ```

    What is generated lies in your project:

    ```
    repository-root/
    └── campaigns/
        └── project-name/
            ├── brief.yaml
            └── rules/
                └── brand.md
    ```

    ```
    Draft
      ↓
    [1. Editor] → shortens
      ↓
    [2. Lawyer] → strikes
    ```

    ## Installation

    ```bash
    augx link marketing/shop-copy
    augx link <module> --mirror <tool>[,<tool>...]
    augx unlink domain-rules/gone
    ```

    Configure it in `.augment/shop-copy.json`, see `schemas/kit.json`, `openspec/specs/copy/spec.md`, `.cursor/rules/shop.mdc`,
    `AGENTS.md`, `proposal.md` and `rules/<name>.md`. Follow `rules/brand-voice.md`. To add a guide, create `rules/mine.md`.

    ### Preprocessor (`pre.ts`)

    **Purpose**: cleans what comes in

    **Features**:
    - Removes `**bold**`, `[links](url)` and `[[notes]]`

    ## Core Workflows

    ### 1. Launch Workflow

    **Purpose**: A launch

    **Steps**:
    1. Write (draft)
    2. Ship

    **AI Prompt Template**:
    ```
    Write copy for [Product Name] that [does something].

    - Slug: [slug]
    - Tone: [formal/casual]

    Features:
    - [Feature 1]
    - [Feature 2]

    Cover:
    - [Feature 1] in words
    - [Feature 2] in pictures

    Return JSON: [{ "headline": "…" }]
    ```

    ## Related Modules

    - **domain-rules/checkout**: what comes after
    - `coding-standards/sql` (if available)
    - `@scope/package`, `src/lib`, `schemas/kit.json`

    ## References

    - [Law](https://www.example.org/law?a=b&c=d#e), <https://example.org/~jo/>, docs@example.org
    - Jo Doe: "Copy" [1], [2] and [3][]
    """
}
