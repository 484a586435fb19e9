#include "page.h"

#include <ctype.h>
#include <string.h>

#include "code.h"
#include "words.h"

// Words between the words of the list.
static const char *const joints[] = {"the", "a", "of", "to", "in", "for", "with", "and", "by", "from", "when", "each",
                                     "this", "that", "reads", "writes", "needs", "before", "after", "never"};

static const char *joint(struct random *random) {
  return joints[random_below(random, sizeof joints / sizeof joints[0])];
}

static void add_words(struct text *text, struct random *random, unsigned count) {
  for (unsigned index = 0; index < count; index++) {
    text_fill(text, index == 0 ? "~w" : random_chance(random, 10) ? ", ~w" : " ~w", random);
    if (random_chance(random, 60)) text_add(text, " %s", joint(random));
  }
}

void add_sentence(struct text *text, struct random *random) {
  text_fill(text, "~W ", random);
  add_words(text, random, 4 + random_below(random, 7));
  text_fill(text, " ~w.", random);
}

// The heading with an index in a page. Its first word is that of no other heading of the page (the list is longer than a
// page has headings), so that anchors need no numbers.
static void add_heading(struct text *text, struct place place, unsigned index) {
  struct random page = random_from(place.library->seed, place.module, place.page);
  struct random own = random_from(place.library->seed, place.module, (index + 1) * pages_a_module + place.page);
  const char *first = word_at(random_below(&page, word_count) + 7 + index);
  text_add(text, "%c%s", toupper((unsigned char)first[0]), first + 1);
  unsigned form = index == 0 ? 0 : random_below(&own, 6);
  text_fill(text, form == 5 ? ": `~i` and ~w" : form == 4 ? " (~w ~w)" : form == 3 ? " ~w the ~w ~w" : " the ~w", &own);
}

// The way from a page to the folder of its library or its module.
static const char *to_library(struct place from) { return from.page == 0 ? "../../" : "../../../"; }
static const char *to_module(struct place from) { return from.page == 0 ? "" : "../"; }

static void add_address(struct text *text, struct place from, struct place to) {
  if (to.module == from.module) {
    text_add(text, "%s", to_module(from));
  } else {
    text_add(text, "%s", to_library(from));
    add_module_id(text, to.library, to.module);
    text_add(text, "/");
  }
  add_page_path(text, to);
}

// A link to another page: four of five in its module, half of them to its first heading.
static void add_link(struct text *text, struct random *random, struct place from) {
  struct place to = {from.library, from.module, 1 + random_below(random, pages_a_module - 1)};
  if (random_chance(random, 20)) to.module = random_below(random, from.library->modules);
  int has_anchor = random_chance(random, 50);
  text_fill(text, "[~w ~w](", random);
  add_address(text, from, to);
  if (has_anchor) {
    text_add(text, "#");
    size_t start = text->count;
    add_heading(text, to, 0);
    for (size_t index = start; index < text->count; index++) {
      char *byte = &text->bytes[index];
      *byte = *byte == ' ' ? '-' : (char)tolower((unsigned char)*byte);
    }
  }
  text_add(text, ")");
}

// A code span with the path of a page of the module: a reference of another kind.
static void add_path_span(struct text *text, struct random *random, struct place from) {
  from.page = 1 + random_below(random, pages_a_module - 1);
  text_add(text, "`");
  add_page_path(text, from);
  text_add(text, "`");
}

// A few words, one in two with something inside them.
static void add_phrase(struct text *text, struct random *random, struct place place) {
  add_words(text, random, 3 + random_below(random, 4));
  switch (random_below(random, 18)) {
    case 0:
    case 1: text_fill(text, " **~w ~w** ~w", random); break;
    case 2:
    case 3:
    case 4: text_fill(text, " `~i` ~w", random); break;
    case 5: text_fill(text, " `~c()` and `~W`", random); break;
    case 6: text_fill(text, " *~w* ~w", random); break;
    case 7:
      text_add(text, " ");
      add_link(text, random, place);
      break;
    case 8:
      if (random_chance(random, 30)) {
        text_add(text, " ");
        add_path_span(text, random, place);
      } else if (random_chance(random, 30)) {
        text_fill(text, ", see https://example.org/~w/~w", random);
      }
      break;
    default: break;
  }
}

static void add_paragraph(struct text *text, struct random *random, struct place place) {
  unsigned lines = 1 + random_below(random, 4);
  for (unsigned line = 0; line < lines; line++) {
    text_fill(text, "~W ", random);
    add_phrase(text, random, place);
    text_add(text, line % 2 == 1 ? ".\n" : line + 1 < lines ? ". " : ".");
  }
  text_add(text, lines % 2 == 0 ? "\n" : "\n\n");
}

static void add_list(struct text *text, struct random *random, struct place place) {
  unsigned kind = random_below(random, 10);
  unsigned count = 3 + random_below(random, 5);
  for (unsigned item = 1; item <= count; item++) {
    if (kind < 6) text_add(text, "- ");
    else if (kind < 9) text_add(text, "%u. ", item);
    else text_add(text, random_chance(random, 50) ? "- [x] " : "- [ ] ");
    if (kind < 3) text_fill(text, "**~W ~w**: ", random);
    add_phrase(text, random, place);
    text_add(text, "\n");
    if (kind == 5 && item % 2 == 0) {
      text_fill(text, "  - ~W ~w `~i`\n  - ~W ~w ~w\n", random);
    }
  }
  text_add(text, "\n");
}

static void add_table(struct text *text, struct random *random, struct place place) {
  unsigned columns = 2 + random_below(random, 3);
  unsigned rows = 3 + random_below(random, 5);
  for (unsigned column = 0; column < columns; column++) text_fill(text, "| ~W ", random);
  text_add(text, "|\n");
  for (unsigned column = 0; column < columns; column++) text_add(text, column == 1 ? "|---:" : "|---");
  text_add(text, "|\n");
  for (unsigned row = 0; row < rows; row++) {
    text_fill(text, "| `~i` ", random);
    for (unsigned column = 1; column < columns; column++) {
      if (column == 2) {
        text_add(text, "| ");
        add_phrase(text, random, place);
        text_add(text, " ");
      } else {
        text_fill(text, random_chance(random, 30) ? "| ~n " : "| ~w ~w ", random);
      }
    }
    text_add(text, "|\n");
  }
  text_add(text, "\n");
}

static void add_prose(struct text *text, struct random *random, struct place place) {
  unsigned kind = random_below(random, 20);
  if (kind < 7) {
    add_paragraph(text, random, place);
  } else if (kind < 16) {
    if (random_chance(random, 40)) text_fill(text, "**~W ~w**:\n\n", random);
    add_list(text, random, place);
  } else if (kind < 18) {
    add_table(text, random, place);
  } else {
    text_add(text, kind == 18 ? "> **Note**: " : "> [!TIP]\n> ");
    add_sentence(text, random);
    text_add(text, "\n\n");
  }
}

size_t add_sections(struct text *text, struct random *random, struct place place, size_t bytes, size_t fenced) {
  unsigned heading = 0;
  size_t heading_due = text->count;
  while (text->count < bytes || heading == 0) {
    if (text->count >= heading_due) {
      text_add(text, heading % 3 == 0 ? "## " : "### ");
      add_heading(text, place, heading++);
      text_add(text, "\n\n");
      add_prose(text, random, place);
      heading_due = text->count + 300 + random_below(random, 700);
    } else if (fenced * 100 < text->count * 64) {
      size_t start = text->count;
      size_t left = bytes > text->count ? bytes - text->count : 0;
      size_t wanted = 100 + random_below(random, 850);
      add_code(text, random, wanted < left ? wanted : left);
      fenced += text->count - start;
    } else {
      add_prose(text, random, place);
    }
  }
  while (text->count >= 2 && text->bytes[text->count - 2] == '\n') text->count--;
  text->bytes[text->count] = '\0';
  return fenced;
}
