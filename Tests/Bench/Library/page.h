// A page of Markdown: headings, prose, lists, tables, links and code.
#ifndef BENCH_PAGE_H
#define BENCH_PAGE_H

#include "text.h"

enum {
  guides_a_module = 6,
  examples_a_module = 3,
  pages_a_module = 1 + guides_a_module + examples_a_module,
};

// The library a page belongs to: all names in it follow from these two numbers, so that a link can lead to a page which
// is not written yet.
struct library {
  uint64_t seed;
  unsigned modules;
};

// One page. Page 0 of a module is its README, then come the guides, then the examples.
struct place {
  const struct library *library;
  unsigned module;
  unsigned page;
};

// Appends the id of a module: workflows/ledger-0007.
void add_module_id(struct text *text, const struct library *library, unsigned module);

// Appends the path of a page in its module: rules/cache-broker.md.
void add_page_path(struct text *text, struct place place);

// Appends the title of a page; it differs from the title of every other page of its module.
void add_title(struct text *text, struct place place);

// Appends sections to a page, the first with a heading that other pages link to, until it has so many bytes.
// `fenced` is how many bytes of it stand in fences already; returns how many do in the end.
size_t add_sections(struct text *text, struct random *random, struct place place, size_t bytes, size_t fenced);

// Appends a sentence of plain words without a final space.
void add_sentence(struct text *text, struct random *random);

#endif
