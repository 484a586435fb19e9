internal import Contexts
internal import Library

/// What pages say of a profile, worked out once: its text alone can be large, and is made when its file is written.
struct ProfileFacts: Sendable {
  let name: String
  /// The id of the module that declares it; nil for one of `augury.yml`.
  let module: String?
  /// Where its file lies.
  let location: Location
  /// Its files with what each takes in it, in characters.
  let files: [(path: String, characters: Int)]
  /// The files that it names and that are not there, as they are written.
  let missing: [String]
  let characters: Int

  init(_ context: ContextFile, at location: Location) {
    (name, module) = (context.profile.name, context.profile.module)
    self.location = location
    (files, missing, characters) = (context.files, context.missing, context.characters)
  }
}
