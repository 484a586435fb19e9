internal import Library

/// What came of the runnable examples of a library, by the system that they are about.
struct ExampleCounts: Sendable {
  struct System: Sendable {
    let title: String
    /// On the system itself, on another product in its place, only checked, and not at all.
    var ran = 0, likened = 0, checked = 0, skipped = 0
    /// The words of the badges, each once.
    var programs: [String] = []
  }

  private(set) var systems: [System] = []

  var total: Int { systems.reduce(0) { $0 + $1.ran + $1.likened + $1.checked + $1.skipped } }

  /// - Complexity: linear; only pages that name an engine are read.
  init(_ library: Library) {
    var byTitle: [String: System] = [:]
    for page in library.pages {
      for badge in library.badges(of: page).all {
        let title = FenceSystem.title(of: badge.system)
        var system = byTitle[title] ?? System(title: title)
        switch badge.rung {
        case .a, .b: system.ran += 1
        case .c: system.likened += 1
        case .d, .e: system.checked += 1
        case .f: system.skipped += 1
        }
        if badge.rung != .f, !system.programs.contains(badge.words) { system.programs.append(badge.words) }
        byTitle[title] = system
      }
    }
    systems = byTitle.values.sorted { $0.title < $1.title }
    for index in systems.indices { systems[index].programs.sort() }
  }
}
