// The names of modules, pages and first headings.
#include <ctype.h>

#include "page.h"
#include "words.h"

// The categories of public modules, and how many modules of ten each holds.
static const char *const categories[10] = {
    "coding-standards", "coding-standards", "coding-standards", "domain-rules", "domain-rules",
    "domain-rules",     "domain-rules",     "examples",         "workflows",    "workflows",
};

void add_module_id(struct text *text, const struct library *library, unsigned module) {
  struct random random = random_from(library->seed, module, UINT32_MAX);
  const char *category = categories[random_below(&random, 10)];
  text_add(text, "%s/%s-%04u", category, word_at(random_below(&random, word_count)), module + 1);
}

// The two words a page is named after. Pages of one module start with words that are neighbours in the list, hence differ.
static void page_words(struct place place, const char **first, const char **second) {
  struct random module = random_from(place.library->seed, place.module, 0);
  struct random page = random_from(place.library->seed, place.module, place.page);
  *first = word_at(random_below(&module, word_count) + place.page);
  *second = word_at(random_below(&page, word_count));
}

void add_page_path(struct text *text, struct place place) {
  const char *first, *second;
  page_words(place, &first, &second);
  if (place.page == 0) {
    text_add(text, "README.md");
  } else if (place.page <= guides_a_module) {
    text_add(text, "rules/%s-%s.md", first, second);
  } else {
    text_add(text, "examples/%s-%s-example.md", first, second);
  }
}

void add_title(struct text *text, struct place place) {
  const char *first, *second;
  page_words(place, &first, &second);
  const char *kind = place.page == 0 ? "Module" : place.page <= guides_a_module ? "Guide" : "Example";
  text_add(text, "%c%s %s %s", toupper((unsigned char)first[0]), first + 1, second, kind);
}
