/// A way to write prompts or guides to files. One file in `Formats/` each.
protocol Format: Sendable {
  func export(_ pack: Pack, to target: Target) -> Export
  /// The literals for which a prompt gets no file.
  var hazards: Hazards { get }
}

extension Format {
  var hazards: Hazards { .none }
}
