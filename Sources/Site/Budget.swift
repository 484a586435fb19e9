internal import Library

/// How much of the budget a module takes, in words and as a bar.
struct Budget: TemplateModel {
  static let template = "budget"

  /// Below this share of the budget nothing is said about it.
  private static let nearShare = 85.0
  /// Where the bar ends, in percent.
  private static let barEnd = 125.0

  let characters: String
  let share: String
  let level: String
  /// The bar as inline SVG. Its length is in attributes, since no page has inline styles.
  let bar: HTML

  static let fields: TemplateFields<Budget> = [
    "characters": .text { $0.characters },
    "share": .text { $0.share },
    "level": .text { $0.level },
    "bar": .html { $0.bar },
  ]

  init(characters: Int, of budget: Int) {
    let percent = Double(characters) * 100 / Double(max(budget, 1))
    self.characters = Words.number(characters)
    if characters > budget {
      (level, share) = ("over", "Over by \(Words.number(characters - budget))")
    } else if percent > Budget.nearShare {
      (level, share) = ("near", "Near: \(Int(percent)) %")
    } else {
      (level, share) = ("within", "\(Int(percent)) % of \(Words.number(budget))")
    }
    bar = Budget.bar(percent: percent)
  }

  /// Blue up to 85 %, then dashes of rust, and behind the mark at 100 % taller dashes of red.
  private static func bar(percent: Double) -> HTML {
    let end = min(percent, barEnd)
    var bar: HTML = """
      <svg class="bar" viewBox="0 0 125 8" width="100%" height="8" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
      <path d="M0 4H125" stroke-width="1"/>
      """
    bar.append("<path class=\"used\" d=\"M0 4H\(tenths(min(end, nearShare)))\" stroke-width=\"4\"/>" as HTML)
    if end > nearShare {
      bar.append("<path class=\"near\" d=\"M85.6 4H\(tenths(min(end, 100)))\" stroke-width=\"4\" stroke-dasharray=\"1.6 .8\"/>" as HTML)
    }
    if end > 100 {
      bar.append("<path class=\"over\" d=\"M100.8 4H\(tenths(end))\" stroke-width=\"8\" stroke-dasharray=\"1.6 .8\"/>" as HTML)
    }
    bar.append("<path class=\"limit\" d=\"M100 0V8\" stroke-width=\"2\" vector-effect=\"non-scaling-stroke\"/></svg>" as HTML)
    return bar
  }

  /// A length with one digit behind the point, the same on every machine.
  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
