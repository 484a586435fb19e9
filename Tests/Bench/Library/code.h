// Fenced code in the languages that guides use.
#ifndef BENCH_CODE_H
#define BENCH_CODE_H

#include "text.h"

// Appends a fenced block of roughly so many bytes, with the blank line behind it.
void add_code(struct text *text, struct random *random, size_t bytes);

#endif
