internal import Library

/// What ties pages to collections: which page is a member of which, and what else concerns a member.
///
/// Worked out once, and only for a library that has collections.
struct CollectionTies: Sendable {
  /// A place in a collection, by numbers.
  struct Place: Sendable {
    let collection: Int
    let member: Int
  }

  /// By the path of a member.
  private var places: [String: [Place]] = [:]
  /// By the path of a member: the numbers of the pages, in reading order, with examples for the system that it is named after.
  private var runners: [String: [Int]] = [:]
  /// By the path of a member: the numbers of the profiles that hold it.
  private var profiles: [String: [Int]] = [:]

  init(_ library: Library, map: SiteMap) {
    var pathsOfKey: [String: [String]] = [:]
    for (number, collection) in library.collections.enumerated() where map.page(ofCollection: number) != nil {
      for (index, member) in collection.members.enumerated() {
        places[member.file.path, default: []].append(Place(collection: number, member: index))
        pathsOfKey[member.key, default: []].append(member.file.path)
      }
    }
    guard !places.isEmpty else { return }
    for (number, context) in map.contexts.enumerated() {
      for path in Set(context.profile.entries.map(\.path)) where places[path] != nil { profiles[path, default: []].append(number) }
    }
    for file in library.pages {
      guard let page = map.page(ofFile: file.path) else { continue }
      let paths = Set(Set(library.fences(of: file).fences.map(\.system)).flatMap { pathsOfKey[$0] ?? [] })
      for path in paths where path != file.path { runners[path, default: []].append(page.index) }
    }
    runners = runners.mapValues { $0.sorted() }
  }

  /// The collections that a file is in, with its place in each.
  func places(of path: String) -> [Place] { places[path] ?? [] }

  /// What else concerns a member: the pages whose examples are for its system but which do not speak of it, and the profiles that hold it.
  func concerns(of path: String, apartFrom sources: [Int]) -> (pages: [Int], profiles: [Int]) {
    let known = Set(sources)
    return ((runners[path] ?? []).filter { !known.contains($0) }, profiles[path] ?? [])
  }
}
