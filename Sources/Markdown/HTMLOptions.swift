/// What the HTML of a document is to look like.
package struct HTMLOptions: Sendable {
  /// Gives headings their anchors as ids.
  package var headingIDs = true
  /// Puts a link to itself behind each heading. Needs `headingIDs`.
  package var headingAnchors = false
  /// What is added to each heading's level; level 6 stays the deepest.
  package var headingOffset = 0
  /// Leaves out the first heading of level 1 that stands in nothing else: a page shows it as its own title.
  package var skipsFirstHeading1 = false
  /// Gives each checkbox its item's text as its accessible name.
  package var labelledTasks = true
  /// Shows the references to footnotes; an excerpt without the footnotes themselves leaves them out.
  package var footnotes = true
  /// Shows raw HTML as text, except comments, which show as nothing, drops addresses that run code or read files, and loads no picture
  /// from another host.
  package var isSafe = true

  /// Asked for each link and image. Nil leaves it as it is.
  package var link: (@Sendable (Int, Document) -> LinkRendering?)?
  /// Asked for each code span that is not in a link: an address makes it one.
  package var code: (@Sendable (Int, Document) -> String?)?
  /// Asked for each block: true when it has written the block with all that is in it.
  package var block: (@Sendable (Int, Document, inout [UInt8]) -> Bool)?

  package init() {}

  /// For pages of modules, whose authors are strangers.
  package static let module = Self()

  /// What the GFM specification shows, byte for byte. Raw HTML goes through, so never for a stranger's text.
  package static let specification: Self = {
    var options = Self()
    options.headingIDs = false
    options.labelledTasks = false
    options.isSafe = false
    return options
  }()
}

/// What becomes of a link or an image.
package enum LinkRendering: Sendable, Hashable {
  /// It leads to this address.
  case href(String)
  /// It leads nowhere: its text is shown, with the reason as its title.
  case broken(reason: String)
}
