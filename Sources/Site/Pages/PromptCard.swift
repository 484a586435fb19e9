internal import Library

/// A prompt as a card: its template with the slots marked, and its size.
struct PromptCard: TemplateModel {
  static let template = "prompt-card"

  let id: String
  let text: HTML
  let href: String?
  let link: String
  let size: String

  static let fields: TemplateFields<PromptCard> = [
    "id": .text { $0.id },
    "template": .html { $0.text },
    "href": .text { $0.href },
    "link": .text { $0.link },
    "size": .text { $0.size },
  ]

  /// - Parameter isOwnPage: whether the card stands on the prompt's own page, so that it needs no link to it.
  init(_ prompt: Prompt, site: Site, root: String, isOwnPage: Bool) {
    let page = site.map.page(of: prompt).map { root + $0.location.href } ?? ""
    id = Words.clipped(prompt.id, to: 100)
    text = PromptCard.marked(prompt, slotsAt: isOwnPage ? "" : page)
    href = isOwnPage ? nil : page
    link = prompt.placeholderCount == 0 ? "Open this prompt" : "About its \(Words.slots(prompt.placeholderCount))"
    let characters = prompt.template.unicodeScalars.count
    size = "\(Words.count(characters, "character")), about \(Words.count((characters + 3) / 4, "token"))"
  }

  /// The anchor of a variable on the page of its prompt.
  static func anchor(of variable: String) -> String { "slot:\(variable)" }

  /// The template with each slot as a link to what is said about it.
  private static func marked(_ prompt: Prompt, slotsAt page: String) -> HTML {
    var out = HTML()
    func slot(_ text: String, _ variable: String) {
      out.append("<a class=\"slot\" href=\"\(page)#\(anchor(of: Location.encoded(variable)))\">\(text)</a>" as HTML)
    }
    for part in prompt.parts {
      switch part {
      case .literal(let text): out.append(text)
      case .slot(let variable, let source): slot(source, variable)
      case .list(let variable, let source, let marker):
        for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
          if index > 0 { out.append("\n" as HTML) }
          let isItem = line.hasPrefix(marker)
          if isItem { out.append(marker) }
          let rest = isItem ? line.dropFirst(marker.count) : line
          if rest.isEmpty { continue }
          slot(String(rest), variable)
        }
      }
    }
    // HTML drops a line break directly behind <pre>.
    return out.bytes.first == UInt8(ascii: "\n") ? "\n\(out)" : out
  }
}
