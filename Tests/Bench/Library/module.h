// What makes a module of pages: README and module.json.
#ifndef BENCH_MODULE_H
#define BENCH_MODULE_H

#include "page.h"

// Appends a guide or an example of about so many bytes; returns how many of them stand in fences.
size_t add_page(struct text *text, struct random *random, struct place place, size_t bytes);

// Appends a README of about so many bytes, up to the number of its character count, which is its last line.
// Returns how many bytes stand in fences.
size_t add_readme(struct text *text, struct random *random, struct place place, size_t bytes);

// Appends a module.json up to its character count.
void add_manifest(struct text *text, struct place place);

// Ends README and module.json with the module's count, which they themselves are part of.
// `others` is the characters of the module's other files.
void add_counts(struct text *readme, struct text *manifest, size_t others);

#endif
