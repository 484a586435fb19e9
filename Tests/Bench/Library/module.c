#include "module.h"

#include <stdio.h>
#include <string.h>

static const char readme_end[] = " characters\n";
static const char manifest_end[] = ",\n    \"priority\": \"medium\",\n    \"appliesTo\": { \"filePatterns\": [\"**/*.md\"] }\n  }\n}\n";

size_t add_page(struct text *text, struct random *random, struct place place, size_t bytes) {
  text_add(text, "# ");
  add_title(text, place);
  text_add(text, "\n\n");
  add_sentence(text, random);
  text_add(text, "\n\n");
  return add_sections(text, random, place, bytes, 0);
}

static void add_contents(struct text *text, struct random *random, struct place place) {
  text_add(text, "## Contents\n\n");
  for (place.page = 1; place.page < pages_a_module; place.page++) {
    text_add(text, "- [");
    add_title(text, place);
    text_add(text, "](");
    add_page_path(text, place);
    text_fill(text, "): ~w of the ~w ~w\n", random);
  }
  text_add(text, "\n");
}

// The entries of a folder: pages from first to last, without the folder's name.
static void add_branches(struct text *text, struct place place, const char *stem, unsigned first, unsigned last) {
  for (place.page = first; place.page <= last; place.page++) {
    struct text path = {NULL, 0, 0};
    add_page_path(&path, place);
    text_add(text, "%s%s %s\n", stem, place.page < last ? "├──" : "└──", strchr(path.bytes, '/') + 1);
    text_free(&path);
  }
}

static void add_tree(struct text *text, struct place place) {
  text_add(text, "## Directory Structure\n\n```\n");
  add_module_id(text, place.library, place.module);
  text_add(text, "/\n├── module.json    # Module metadata\n├── README.md      # This file\n├── rules/\n");
  add_branches(text, place, "│   ", 1, guides_a_module);
  text_add(text, "└── examples/\n");
  add_branches(text, place, "    ", 1 + guides_a_module, pages_a_module - 1);
  text_add(text, "```\n\n");
}

static void add_workflow(struct text *text, struct random *random, struct place place) {
  text_fill(text, "## Core Workflows\n\n### 1. ~W ~W Workflow\n\n**Purpose**: ~W the ~w for each ~w\n\n**Steps**:\n", random);
  unsigned steps = 4 + random_below(random, 3);
  for (unsigned step = 1; step <= steps; step++) {
    text_add(text, "%u. ", step);
    text_fill(text, "~W the ~w (~w, ~w, ~w)\n", random);
  }
  text_fill(text, "\n**AI Prompt Template** `~w", random);
  text_add(text, "-%04u-start`:\n```\n", place.module + 1);
  text_fill(text,
            "I need to ~w a ~w for [~w ~w]. Requirements:\n- Current ~w: [description]\n- ~W: [~w/~w/~w]\n- [~W 1]: [~w]\n"
            "- [~W 2]: [~w]\n\nPlease:\n1. ~W the ~w\n2. ~W each ~w and the ~w\n```\n\n",
            random);
}

size_t add_readme(struct text *text, struct random *random, struct place place, size_t bytes) {
  text_add(text, "# ");
  add_title(text, place);
  text_add(text, "\n\n**");
  add_sentence(text, random);
  text_add(text, "**\n\n## Overview\n\n");
  add_sentence(text, random);
  text_add(text, "\n\n## Installation\n\n```bash\naugx link ");
  add_module_id(text, place.library, place.module);
  text_add(text, "\n```\n\n");
  add_contents(text, random, place);
  size_t start = text->count;
  add_tree(text, place);
  size_t fenced = text->count - start;
  add_workflow(text, random, place);
  text_fill(text, "## Usage\n\n1. ~W the ~w\n2. ~W the ~w\n\n", random);
  fenced = add_sections(text, random, place, bytes, fenced);
  text_add(text, "\n## Character Count\n\n~");
  return fenced;
}

void add_manifest(struct text *text, struct place place) {
  struct text id = {NULL, 0, 0};
  add_module_id(&id, place.library, place.module);
  const char *name = strchr(id.bytes, '/') + 1;
  struct random random = random_from(place.library->seed, place.module, UINT32_MAX - 1);
  text_add(text, "{\n  \"name\": \"%s\",\n  \"displayName\": \"", name);
  add_title(text, place);
  text_fill(text,
            "\",\n  \"version\": \"1.~n.0\",\n  \"description\": \"~W the ~w of each ~w, with a ~w for the ~w and the ~w.\",\n",
            &random);
  text_add(text, "  \"type\": \"%.*s\",\n", (int)(name - 1 - id.bytes), id.bytes);
  text_fill(text, "  \"tags\": [\"~w-one\", \"~w-two\", \"~w-three\"],\n  \"dependencies\": [", &random);
  if (place.module > 0) {
    text_add(text, "\"");
    add_module_id(text, place.library, random_below(&random, place.module));
    text_add(text, "\"");
  }
  text_add(text, "],\n  \"augment\": {\n    \"characterCount\": ");
  text_free(&id);
}

void add_counts(struct text *readme, struct text *manifest, size_t others) {
  size_t fixed = others + text_scalars(readme) + text_scalars(manifest) + strlen(readme_end) + strlen(manifest_end);
  size_t count = fixed;
  for (size_t previous = 0; previous != count;) {
    previous = count;
    count = fixed + 2 * (size_t)snprintf(NULL, 0, "%zu", previous);
  }
  text_add(readme, "%zu%s", count, readme_end);
  text_add(manifest, "%zu%s", count, manifest_end);
}
