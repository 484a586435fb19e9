/// What of an expected result was printed, line by line.
struct LineDiff {
  enum Step {
    /// A line that fits, as the author wrote it.
    case same(String)
    case missing(String)
    case added(String)
  }

  let steps: [Step]

  /// Beyond this many pairs of lines everything between the equal start and end counts as changed.
  private static let mostPairs = 4_000_000

  /// - Complexity: the product of the numbers of lines.
  init(expected: [String], actual: [String], fits: (String, String) -> Bool) {
    let start = zip(expected, actual).prefix { fits($0, $1) }.count
    let end = zip(expected[start...].reversed(), actual[start...].reversed()).prefix { fits($0, $1) }.count
    let wanted = expected[start..<(expected.count - end)]
    let printed = actual[start..<(actual.count - end)]
    let middle =
      wanted.count * printed.count > Self.mostPairs
      ? wanted.map(Step.missing) + printed.map(Step.added) : LineDiff.steps(Array(wanted), Array(printed), fits)
    steps = expected[..<start].map(Step.same) + middle + expected[(expected.count - end)...].map(Step.same)
  }

  /// By the longest common subsequence.
  private static func steps(_ wanted: [String], _ printed: [String], _ fits: (String, String) -> Bool) -> [Step] {
    let width = printed.count + 1
    var lengths = [Int32](repeating: 0, count: (wanted.count + 1) * width)
    var pairs = [Bool](repeating: false, count: lengths.count)
    for row in wanted.indices.reversed() {
      for column in printed.indices.reversed() {
        let place = row * width + column
        pairs[place] = fits(wanted[row], printed[column])
        lengths[place] = pairs[place] ? lengths[place + width + 1] + 1 : max(lengths[place + width], lengths[place + 1])
      }
    }
    var steps: [Step] = []
    var (row, column) = (0, 0)
    while row < wanted.count || column < printed.count {
      let place = row * width + column
      if row < wanted.count, column < printed.count, pairs[place] {
        steps.append(.same(wanted[row]))
        (row, column) = (row + 1, column + 1)
      } else if column == printed.count || row < wanted.count && lengths[place + width] >= lengths[place + 1] {
        steps.append(.missing(wanted[row]))
        row += 1
      } else {
        steps.append(.added(printed[column]))
        column += 1
      }
    }
    return steps
  }

  /// The new result: lines that fit as the author wrote them, the others as they were printed.
  var merged: [String] {
    steps.compactMap { step in
      switch step {
      case .same(let line), .added(let line): line
      case .missing: nil
      }
    }
  }

  /// A unified diff with three lines around each change. The numbers of the hunks are those of lines in the two texts.
  var unified: String {
    let isNear = steps.indices.map { index in
      steps[max(0, index - 3)...min(steps.count - 1, index + 3)].contains { if case .same = $0 { false } else { true } }
    }
    var text = ""
    var (old, new) = (1, 1)
    for (index, step) in steps.enumerated() {
      if isNear[index], index == 0 || !isNear[index - 1] {
        let hunk = steps[index...].prefix(isNear[index...].prefix { $0 }.count)
        let oldCount = hunk.count { if case .added = $0 { false } else { true } }
        let newCount = hunk.count { if case .missing = $0 { false } else { true } }
        text += "@@ -\(old),\(oldCount) +\(new),\(newCount) @@\n"
      }
      switch step {
      case .same(let line):
        if isNear[index] { text += " \(line)\n" }
        (old, new) = (old + 1, new + 1)
      case .missing(let line):
        text += "-\(line)\n"
        old += 1
      case .added(let line):
        text += "+\(line)\n"
        new += 1
      }
    }
    return text
  }
}
