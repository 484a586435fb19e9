/// The steps of a workflow at a glance: one ring a step, joined by the thread.
enum Rings {
  /// How many rings are drawn; the number is told in words anyway.
  private static let most = 12

  /// Empty for no steps.
  static func html(_ steps: Int) -> HTML {
    guard steps > 0 else { return "" }
    let rings = repeatElement("<i></i>" as HTML, count: min(steps, most)).joined()
    return "<span class=\"rings\" role=\"img\" aria-label=\"\(Words.count(steps, "step"))\">\(rings)</span>"
  }
}

extension Words {
  /// How many places of a prompt are to be filled in.
  static func slots(_ count: Int) -> String {
    count == 0 ? "no slots" : self.count(count, "slot")
  }
}
