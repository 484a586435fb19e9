/// Something of a prompt or a guide that a target cannot hold.
package struct Loss: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    /// The target binds no values: the inputs stand in the file as a list.
    case textOnly = "text-only"
    /// The target binds one text, and not its parts.
    case unnamed
    /// The target binds a value and not its type.
    case untyped
    /// The target would misread a literal, or is too small: there is no file.
    case notExported = "not-exported"
    /// The target cannot tell for which files a guide is meant.
    case pattern
  }

  /// The name of the target.
  package let target: String
  /// The id of the module.
  package let module: String
  /// What it is about: a prompt, or the guide with a path in the library.
  package let subject: Subject
  /// The variable it is about, if it is about one.
  package let variable: String?
  package let kind: Kind
  /// What is lost, and what stands in its place.
  package let sentence: String
  /// The bytes of the template that are to blame.
  package let place: Range<Int>?

  package enum Subject: Sendable, Hashable {
    case prompt(PackName)
    case guide(String)
  }
}
