internal import Library
internal import Prompts

/// A prompt as a card: its template with the slots marked, and its size. On the prompt's own page the script fills the card in.
struct PromptCard: TemplateModel {
  static let template = "prompt-card"

  let id: String
  let text: HTML
  let href: String?
  let link: String
  /// What the button says that copies the text.
  let copy: String
  /// How many slots are open, where they can be filled in.
  let open: String?
  let size: String

  static let fields: TemplateFields<PromptCard> = [
    "id": .text { $0.id },
    "template": .html { $0.text },
    "href": .text { $0.href },
    "link": .text { $0.link },
    "copy": .text { $0.copy },
    "open": .text { $0.open },
    "size": .text { $0.size },
  ]

  /// - Parameter isOwnPage: whether the card stands on the prompt's own page, so that it needs no link to it.
  init(_ prompt: Prompt, site: Site, root: String, isOwnPage: Bool) {
    let page = site.map.page(of: prompt).map { root + $0.location.href } ?? ""
    id = Words.clipped(prompt.id, to: 100)
    text = PromptCard.marked(prompt, slotsAt: isOwnPage ? nil : page)
    href = isOwnPage ? nil : page
    let slots = prompt.variables.count
    link = slots == 0 ? "Open this prompt" : "Fill in \(Words.slots(slots))"
    copy = isOwnPage ? "Copy prompt" : "Copy template"
    let unset = prompt.variables.count { $0.defaultValue == nil }
    open = isOwnPage && slots > 0 ? "\(unset) of \(Words.slots(slots)) open" : nil
    let characters = prompt.template.unicodeScalars.count
    size = "\(Words.count(characters, "character")), about \(Words.count((characters + 3) / 4, "token"))"
  }

  /// The anchor of a variable on the page of its prompt.
  static func anchor(of variable: String) -> String { "slot:\(variable)" }

  /// The template with each slot as a link to its field.
  ///
  /// - Parameter page: the way to the page of the prompt; nil on that page, where literals stand as a model gets them and a list carries
  ///   the marker of its items, since there the script puts values in.
  private static func marked(_ prompt: Prompt, slotsAt page: String?) -> HTML {
    var out = HTML()
    func slot(_ text: String, _ variable: String) {
      out.append("<a class=\"slot\" href=\"\(page ?? "")#\(anchor(of: Location.encoded(variable)))\">\(text)</a>" as HTML)
    }
    for part in prompt.parts {
      switch part {
      case .literal(let text): out.append(page == nil ? PromptText.unescaped(text) : text)
      case .slot(let variable, let source): slot(source, variable)
      case .list(let variable, let source, let marker):
        if page == nil { out.append("<span data-marker=\"\(marker)\">" as HTML) }
        for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
          if index > 0 { out.append("\n" as HTML) }
          let isItem = line.hasPrefix(marker)
          if isItem { out.append(marker) }
          let rest = isItem ? line.dropFirst(marker.count) : line
          if rest.isEmpty { continue }
          slot(String(rest), variable)
        }
        if page == nil { out.append("</span>" as HTML) }
      }
    }
    // HTML drops a line break directly behind <pre>.
    return out.bytes.first == UInt8(ascii: "\n") ? "\n\(out)" : out
  }
}
