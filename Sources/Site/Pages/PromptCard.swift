internal import Library

/// A prompt as a card: its template with the slots marked, and its size.
struct PromptCard: TemplateModel {
  static let template = "prompt-card"

  let id: String
  let template: String
  let href: String?
  let link: String
  let size: String

  static let fields: [String: TemplateField<PromptCard>] = [
    "id": .text { $0.id },
    "template": .html { $0.template },
    "href": .text { $0.href },
    "link": .text { $0.link },
    "size": .text { $0.size },
  ]

  /// - Parameter isOwnPage: whether the card stands on the prompt's own page, so that it needs no link to it.
  init(_ prompt: Prompt, site: Site, root: String, isOwnPage: Bool) {
    let page = site.map.page(of: prompt).map { root + $0.location.href } ?? ""
    id = Words.clipped(prompt.id, to: 100)
    template = PromptCard.marked(prompt, slotsAt: isOwnPage ? "" : page)
    href = isOwnPage ? nil : page
    link = prompt.placeholderCount == 0 ? "Open this prompt" : "About its \(Words.slots(prompt.placeholderCount))"
    let characters = prompt.template.unicodeScalars.count
    size = "\(Words.count(characters, "character")), about \(Words.count((characters + 3) / 4, "token"))"
  }

  /// The anchor of a variable on the page of its prompt.
  static func anchor(of variable: String) -> String { "slot:\(variable)" }

  /// The template with each slot as a link to what is said about it.
  private static func marked(_ prompt: Prompt, slotsAt page: String) -> String {
    var out: [UInt8] = []
    func slot(_ text: String, _ variable: String) {
      out += "<a class=\"slot\" href=\"\(page)#\(anchor(of: Location.encoded(variable)))\">".utf8
      HTMLText.append(text, to: &out)
      out += "</a>".utf8
    }
    for part in prompt.parts {
      switch part {
      case .literal(let text): HTMLText.append(text, to: &out)
      case .slot(let variable, let source): slot(source, variable)
      case .list(let variable, let source, let marker):
        for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
          if index > 0 { out.append(UInt8(ascii: "\n")) }
          let isItem = line.hasPrefix(marker)
          if isItem { HTMLText.append(marker, to: &out) }
          let rest = isItem ? line.dropFirst(marker.count) : line
          if rest.isEmpty { continue }
          slot(String(rest), variable)
        }
      }
    }
    // HTML drops a line break directly behind <pre>.
    if out.first == UInt8(ascii: "\n") { out.insert(UInt8(ascii: "\n"), at: 0) }
    return String(decoding: out, as: UTF8.self)
  }
}
