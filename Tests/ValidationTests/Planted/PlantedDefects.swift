/// The defects: in our own files, and in modules that are put beside them.
enum PlantedDefects {
  private static let home = "workflows/database/"
  private static let readme = home + "README.md"
  private static let router = home + "rules/workflow.md"
  private static let design = home + "rules/schema-design-workflow.md"
  private static let migration = home + "rules/migration-workflow.md"
  private static let tuning = home + "rules/optimization-workflow.md"
  private static let shop = home + "examples/schema-design-example.md"

  /// Each replaces a text that stands once in its file.
  static let edits: [(path: String, text: String, planted: String)] = [
    // README
    (readme, "[rules/workflow.md](rules/workflow.md): it leads", "⟪broken-link⟫[rules/workflow.md](rules/workfow.md): it leads"),
    (readme, "### Example 1: E-commerce", "⟪heading-level-jump⟫#### Example 1: E-commerce"),
    (readme, "- **domain-rules/api-design**", "⟪unknown-module⟫- **domain-rules/api-desing**"),
    (readme, "## Version\n\n1.0.0", "## Version\n\n⟪version-mismatch⟫1.1.0"),
    (
      readme, "│   ├── migration-workflow.md ",
      "⟪duplicate-tree-entry⟫│   ├── workflow.md\n⟪tree-entry-missing⟫│   ├── testing-workflow.md\n│   ├── migration-workflow.md "
    ),
    (readme, "| read-heavy | The side", "⟪unfit-value⟫| read-havy | The side"),
    (readme, "| expected_performance | text |", "⟪mistyped-variable⟫| expected_performance | txt |"),
    (
      readme, "| `[constraints]` | budget", "⟪unused-variable⟫| `[region]` | region | text | yes | EU | Where |\n| `[constraints]` | budget"
    ),
    (readme, "Test framework: [framework]", "⟪undeclared-variable⟫Test framework: [framework]"),
    (readme, "| `[framework]` | test_framework | text | yes | pgTAP | The framework the project already uses |\n", ""),
    (readme, "| scope | choice | yes | integration |", "⟪invalid-variable-name⟫| Scope! | choice | yes | integration |"),
    (readme, "| schema | multiline | yes | orders (id", "⟪duplicate-variable⟫| query | multiline | yes | orders (id"),
    (
      readme, "normalization, constraints, and indexes.\n```",
      "normalization, constraints, and indexes.\n⟪unbalanced-bracket⟫See [the notes.\n```"
    ),
    (readme, "**AI Prompt Template** `test-start`", "⟪duplicate-prompt-id⟫**AI Prompt Template** `select-start`"),
    (
      readme, "### 4. Optimization Workflow\n\n**Purpose**: Improve database performance\n",
      "⟪incomplete-workflow⟫### 4. Optimization Workflow\n"
    ),
    (readme, "~66171 characters", "⟪stale-character-count⟫~66171 characters"),
    (readme, "## Related Modules", "⟪empty-section⟫## Empty Shelf\n\n## Related Modules"),
    // The router
    (router, "README.md#1-database-selection-workflow)", "README.md#1-database-selecton-workflow) ⟪broken-anchor⟫"),
    (
      router, "[guide](migration-workflow.md), [example](../examples/migration-example.md)",
      "⟪path-case-mismatch⟫[guide](Migration-Workflow.md), [example](../examples/migration-example.md)"
    ),
    (router, "| contracted | The old structure is gone |", "⟪table-row-width⟫| contracted | The old structure | is gone |"),
    (router, "If two rows fit, take the one", "If two rows fit (⟪undefined-reference⟫[see the list][lst]), take the one"),
    (
      router, "Three orders to try the guards on:\n",
      "⟪unused-definition⟫[guards]: https://www.postgresql.org/docs/15/\n\nThree orders to try the guards on:\n"
    ),
    (
      router, "A session for looking around starts",
      "⟪missing-alternative-text⟫![](https://example.org/session.png)\n\nA session for looking around starts"
    ),
    (router, "The setting is a seat belt", "⟪machine-path⟫[Notes](file:///home/ann/notes.md). The setting is a seat belt"),
    (router, "The plan said 1 row and", "⟪unsafe-scheme⟫[Run](javascript:alert(1)) it. The plan said 1 row and"),
    // Guides
    (design, "## Stop Conditions\n", "## Stop Conditions\n\n⟪link-outside-library⟫- See [the plan](../../../../plan.md).\n"),
    (design, "## Checklist\n", "## Checklist\n\n⟪mentioned-file-missing⟫Compare `examples/testing-example.md`.\n"),
    (design, "### Step 2: Map relationships between entities", "⟪differing-steps⟫### Step 2: Draw relations between entities"),
    (migration, "## Stop Conditions\n", "## Stop Conditions\n\n⟪malformed-directive⟫<!-- augury: ignroe broken-link - next week -->\n"),
    (migration, "## Checklist\n", "## Checklist\n\n⟪unused-suppression⟫<!-- augury: ignore broken-link - next week -->\n"),
    (migration, "## Prompts\n", "## Prompts\n\n⟪unknown-rule-name⟫<!-- augury: ignore brokn-link - next week -->\n"),
    (tuning, "## Stop Conditions\n", "## Stop Conditions\n\n⟪empty-link⟫- Read [the notes]() first.\n"),
    (tuning, "## Checklist\n", "## Checklist\n\n```json\n⟪malformed-json-fence⟫{ \"a\": 1,, }\n```\n"),
    (tuning, "## Prompts\n", "## Prompts\n\n```yaml\n⟪malformed-yaml-fence⟫a: [1, 2\n```\n"),
    (tuning, "## Sources\n", "## Sources\n\n⟪leftover-placeholder⟫TBD\n"),
    (
      shop, "## Step 3: Apply Normalization\n",
      "## Step 3: Apply Normalization\n\n⟪malformed-url⟫See [the manual](https://example.org:80x/manual).\n"
    ),
  ]
}
