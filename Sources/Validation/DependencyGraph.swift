internal import Library

/// Which module of a library needs which other one; modules by their index in `Library.modules`.
struct DependencyGraph {
  private let targets: [[Int]]

  init(_ library: Library) {
    let indexOf = Dictionary(library.modules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    targets = library.modules.enumerated().map { index, module in
      module.manifest.dependencies.compactMap { indexOf[$0.id] }.filter { $0 != index }
    }
  }

  /// A shortest circle of each knot: from its first module to a module that needs the first one. A knot is a set of modules each of
  /// which needs all others, directly or not.
  ///
  /// - Complexity: linear in the number of dependencies.
  func circles() -> [[Int]] {
    let knotOf = knots()
    var isDone = Set<Int>()
    return targets.indices.compactMap { node in
      guard isDone.insert(knotOf[node]).inserted else { return nil }
      return circle(from: node, knotOf)
    }
  }

  /// Breadth first from a node until an edge leads back to it, inside its knot; nil when none does.
  private func circle(from start: Int, _ knotOf: [Int]) -> [Int]? {
    var cameFrom: [Int: Int] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      for target in targets[node] where knotOf[target] == knotOf[start] {
        if target == start {
          return Array(sequence(first: node) { $0 == start ? nil : cameFrom[$0] }).reversed()
        }
        guard cameFrom[target] == nil else { continue }
        cameFrom[target] = node
        queue.append(target)
      }
    }
    return nil
  }

  /// The number of each node's knot: Tarjan's strongly connected components, with a stack of its own in place of recursion.
  private func knots() -> [Int] {
    var number = [Int?](repeating: nil, count: targets.count)
    var lowest = [Int](repeating: 0, count: targets.count)
    var knotOf = [Int?](repeating: nil, count: targets.count)
    var open: [Int] = []
    var path: [(node: Int, edge: Int)] = []
    var counter = 0
    for root in targets.indices where number[root] == nil {
      path.append((root, 0))
      while let (node, edge) = path.last {
        if edge == 0 {
          number[node] = counter
          lowest[node] = counter
          counter += 1
          open.append(node)
        }
        if edge < targets[node].count {
          path[path.count - 1].edge += 1
          let target = targets[node][edge]
          if let seen = number[target] {
            if knotOf[target] == nil { lowest[node] = min(lowest[node], seen) }
          } else {
            path.append((target, 0))
          }
          continue
        }
        path.removeLast()
        if let parent = path.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
        guard lowest[node] == number[node] else { continue }
        while let member = open.popLast() {
          knotOf[member] = node
          if member == node { break }
        }
      }
    }
    return knotOf.map { $0 ?? 0 }
  }
}
