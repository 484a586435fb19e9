internal import Diagnostics
internal import Library

/// What counts as the id of a module in text: the first part is a category.
struct ModuleNames {
  private let ids: [String]
  private let categories: Set<String>

  /// The categories of the public client (`product.md` section 5). `examples` is left out: that is also a folder of most modules.
  private static let publicCategories = Set(Configuration.clientTypes).subtracting(["examples"])

  init(_ library: Library) {
    ids = library.modules.map(\.id)
    categories = ModuleNames.publicCategories.union(ids.filter { $0.contains("/") }.map { String($0.prefix { $0 != "/" }) })
  }

  /// Whether a text that is no module's id was meant as one, not as a stand-in (`workflows/your-module`) or a path.
  func isName(_ id: String) -> Bool {
    let parts = id.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1, parts.allSatisfy(ModuleNames.isPart) else { return false }
    let words = Set(id.split { $0 == "/" || $0 == "-" })
    guard words.isDisjoint(with: ["your", "my", "module", "example", "foo", "bar", "some", "name", "xyz"]) else { return false }
    // The end of an id, as after a move.
    if ids.contains(where: { $0.hasSuffix("/" + id) }) { return true }
    let category = String(parts[0])
    return categories.contains(category) || Spelling.nearest(to: category, among: categories) != nil
  }

  /// Lower case, digits and hyphens, as all ids are.
  private static func isPart(_ part: Substring) -> Bool {
    !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
  }

  /// The id that was probably meant: one near in spelling, else the only one that ends alike; never that of the module that asks.
  func suggestion(for id: String, in module: String?) -> String {
    let others = ids.filter { $0 != module }
    let near = Spelling.suggestion(for: id, among: others)
    guard near.isEmpty, let name = id.split(separator: "/").last else { return near }
    let alike = others.filter { $0.hasSuffix("/" + name) }
    return alike.count == 1 ? "; did you mean `\(alike[0])`?" : ""
  }
}
