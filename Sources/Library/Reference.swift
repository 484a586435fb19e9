/// A place in a Markdown file that speaks of something else: a link, an image, a code span that names a file, a module id.
package struct Reference: Sendable, Hashable {
  package enum Form: Sendable, Hashable {
    case link, image
    /// A code span that names a file of the module (also one that is not there, when it can be no other's), or a code span or bold
    /// text that is a module's id.
    case mention
    /// A code span that is the id of a fact of a collection.
    case citation
    /// `augx link <id>` in a code block or span.
    case installCommand
  }

  /// What a reference leads to.
  package enum Target: Sendable, Hashable {
    /// A Markdown file of a module (path in the library), and a heading in it.
    case page(String, anchor: String?)
    /// Another file or a folder of the library.
    case file(String)
    case module(String)
    /// A module that `augury.yml` declares as external.
    case externalModule(String, url: String?)
    /// Another host, a mail address, and whatever else has a scheme.
    case external(String)
    /// Nothing is there: the path in the library.
    case missingFile(String)
    /// Nothing is there but `actual`, which differs in upper and lower case.
    case otherCase(String, actual: String)
    case missingAnchor(String, anchor: String)
    case missingModule(String)
    /// The path, as written, leads out of the library.
    case outside(String)
  }

  /// The file it stands in.
  package let path: String
  /// Index of the node in the file's document.
  package let node: Int
  package let form: Form
  /// What the author wrote: a destination, or the text of a code span.
  package let written: String
  package let target: Target
  /// Byte offsets in the file.
  package let range: Range<Int>
}
