package import Files

/// What `augury.yml` says of a collection: guides that are one of a kind, such as one for each database system (`product.md` section 11).
package struct CollectionDefinition: Sendable, Hashable {
  /// Lower-case letters, digits and hyphens: its folder on the site.
  package let id: String
  package let title: String
  /// What it is, in a sentence; empty where nothing is said.
  package let summary: String
  package let pattern: FilePattern
  /// Where the pattern stands.
  package let patternSpan: SourceSpan
  /// What of its members is compared; nil for nothing.
  package let comparison: Comparison?

  /// Where each member states what is compared with the others: in a table under a heading, a fact a row.
  package struct Comparison: Sendable, Hashable {
    /// The heading that the table stands under, whatever its case.
    package let heading: String
    /// The column with the name of a fact; nil for the first.
    package let fact: String?
    /// The column with its value; nil for the second.
    package let value: String?
    /// A column that is shown with the value, such as its scope; nil for none.
    package let note: String?
    /// The column with ids by which other pages cite a fact; nil for none.
    ///
    /// `postgresql.columns.max` is the fact `columns.max` of its member: what stands behind the first period tells which facts are the same.
    package let ids: String?
    /// The labels of paragraphs (`**Consistency**: text`) that are compared too.
    package let labels: [String]
  }
}
