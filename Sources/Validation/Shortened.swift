extension String {
  /// The text as far as a headline shows it: an author may write a mebibyte where a word belongs, and pictures can stand in addresses.
  var shortened: String {
    utf8.count > 200 ? prefix(80) + "…" : self
  }
}
