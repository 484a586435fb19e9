package import Files

/// The size of one text, in every unit that is shown.
package struct TextCount: Sendable, Hashable {
  /// Unicode scalars of the text read as UTF-8; 0 when it is not UTF-8. What "characters" means everywhere in Augury.
  package var characters = 0
  /// UTF-16 code units, bad bytes counted as U+FFFD: what the public client counts.
  package var utf16 = 0
  package var bytes = 0
  /// Runs of anything but white space.
  package var words = 0

  package init() {}

  /// - Complexity: linear.
  package init(_ file: SourceFile) {
    bytes = file.bytes.count
    if file.invalidUTF8Offset != nil {
      utf16 = file.text.utf16.count
      return
    }
    file.bytes.withUnsafeBufferPointer { bytes in
      characters = bytes.count - bytes.continuations
      utf16 = characters + bytes.supplementaries
      words = bytes.words
    }
  }

  /// An estimate: one token for four characters, rounded up. The real number depends on the model's tokenizer.
  package var estimatedTokens: Int { (characters + 3) / 4 }

  package static func += (left: inout TextCount, right: TextCount) {
    left.characters += right.characters
    left.utf16 += right.utf16
    left.bytes += right.bytes
    left.words += right.words
  }
}

/// The measured size of a module.
package struct CharacterCount: Sendable {
  /// Every file of the folder but hidden files, `CHANGELOG.md` and `metadata.json`. Its characters are the module's count.
  package let counted: TextCount
  /// UTF-16 units of the whole folder, hidden files left out: what the public client compares with `augment.characterCount`.
  package let wholeFolderUTF16: Int
  /// Files that count 0, since they are not UTF-8; paths in the module.
  package let notText: [String]

  package var characters: Int { counted.characters }
}
