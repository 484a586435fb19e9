import ArgumentParser

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print a JSON Schema, for editors and validators.",
    discussion: """
      module: a `module.json`. config: `augury.yml`. findings: `check --report json`. report: the `report.json` of a build. \
      prompt, prompts, export: `prompt show`, `prompt list` and `export` with `--format json`. context, contexts: `context` with and \
      without a profile, with `--format json`. A build publishes them all under `schema/`.

      Example: augury schema module > module.schema.json
      """
  )

  @Argument(help: "module, config, findings, report, prompt, prompts, context, contexts or export.")
  var name: Schemas.Name

  func run() {
    Terminal.out(Schemas.text(name))
  }
}
