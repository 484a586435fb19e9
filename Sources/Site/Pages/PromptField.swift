internal import Library

/// One variable of a prompt on the page of the prompt: the field that it is filled in with, and what is to be said about it.
struct PromptField: TemplateModel {
  static let template = "field"

  let variable: Variable
  /// One a choice; empty where the value is written.
  let chips: HTML

  static let fields: TemplateFields<PromptField> = [
    "id": .text { PromptCard.anchor(of: $0.variable.name) },
    "name": .text { $0.variable.name },
    "title": .text { $0.title },
    "placeholder": .text { $0.variable.placeholder },
    "kind": .text { $0.kind.rawValue },
    "isRequired": .flag { $0.variable.isRequired },
    "isGrouped": .flag { $0.kind == .list || !$0.chips.isEmpty },
    "isLine": .flag { $0.kind == .text },
    "isMultiline": .flag { $0.kind == .multiline },
    "isInteger": .flag { $0.kind == .integer },
    "isList": .flag { $0.kind == .list },
    "chips": .html { $0.chips },
    "choices": .text { $0.variable.choices.joined(separator: ", ") },
    "example": .text { $0.variable.example },
    "defaultValue": .text { $0.variable.defaultValue },
  ]

  init(_ variable: Variable, of site: Site) {
    self.variable = variable
    chips = site.templates.render(all: PromptField.chips(of: variable))
  }

  /// The type, with a choice of nothing as the text that it can only be.
  private var kind: Variable.Kind {
    variable.kind == .choice && variable.choices.isEmpty ? .text : variable.kind
  }

  /// What is asked for: the description, else the label or the name in words.
  private var title: String {
    let words = variable.description ?? variable.label ?? variable.name.replacing("_", with: " ")
    return Words.capitalized(words.trimmed.isEmpty ? variable.name : words)
  }

  /// A choice that need not be made can be taken back.
  private static func chips(of variable: Variable) -> [Chip] {
    let values: [String]
    switch variable.kind {
    case .choice: values = variable.choices
    case .boolean: values = ["yes", "no"]
    case .text, .multiline, .list, .integer: values = []
    }
    guard !values.isEmpty else { return [] }
    let chips = values.map { Chip(name: variable.name, value: $0, text: $0) }
    return variable.isRequired ? chips : chips + [Chip(name: variable.name, value: "", text: "leave open", isChosen: true)]
  }

  /// A choice that can be made.
  struct Chip: TemplateModel {
    static let template = "chip"

    let name: String
    let value: String
    let text: String
    var isChosen = false

    static let fields: TemplateFields<Chip> = [
      "name": .text { $0.name },
      "value": .text { $0.value },
      "text": .text { $0.text },
      "isChosen": .flag { $0.isChosen },
    ]
  }
}
