import Library

/// A module without a fault, as a base for tests of single faults.
package enum SoundModule {
  /// The files of `workflows/demo`, which pass every rule of the public client too. The library keeps none of its house rules, so
  /// that a test may replace a file by a few lines; one that is about them says `preset: augx`.
  package static let text = """
    -- augury.yml --
    preset: none
    -- workflows/demo/module.json --
    {
      "name": "demo",
      "version": "1.0.0",
      "displayName": "Demo",
      "description": "A module that shows how one is written.",
      "type": "workflows",
      "tags": ["demo"],
      "dependencies": [],
      "augment": { "characterCount": 0, "priority": "low" }
    }
    -- workflows/demo/README.md --
    # Demo

    ## Overview

    One guide and one example.

    ## Key Benefits

    It is short.

    ## Installation

    ```bash
    augx link workflows/demo
    ```

    ## Contents

    - `rules/guide.md`: how a module is written
    - `examples/first.md`: a module that is checked

    ## Usage

    Read the guide, then the example.

    ## Related Modules

    There are none.

    ## Character Count

    ~0 characters
    -- workflows/demo/rules/guide.md --
    # Guide

    A module is written in three steps:

    - Write the guide.
    - Show an example.
    - Count the characters.

    ```bash
    augury count --write
    ```
    -- workflows/demo/examples/first.md --
    # First Example

    ```bash
    augury check workflows/demo
    ```
    """

  /// The sound module with some files replaced or added; each count that is stated as 0 is then made right, so that a test
  /// speaks of the one fault that it means.
  package static func with(_ changes: LibraryText) -> LibraryText {
    var text = LibraryText(SoundModule.text)
    text.files.merge(changes.files) { _, new in new }
    let library = text.library()
    for module in library.modules {
      let right = module.statedCount
      for claim in module.claims where claim.value == 0 {
        guard let bytes = text.files[claim.path] else { continue }
        let replacement = Array(claim.text(for: right).utf8)
        let isStatedPlainly = String(decoding: bytes[claim.range], as: UTF8.self) == claim.text(for: 0)
        if isStatedPlainly { text.files[claim.path]?.replaceSubrange(claim.range, with: replacement) }
      }
    }
    return text
  }
}
