// A text that grows, and the words that fill it.
#ifndef BENCH_TEXT_H
#define BENCH_TEXT_H

#include <stddef.h>
#include <stdint.h>

// Numbers that depend on nothing but where they start, so that a library is the same on every machine.
struct random {
  uint64_t state;
};

// A start of its own for each page, so that no page depends on what was written before it.
struct random random_from(uint64_t seed, unsigned module, unsigned page);

// A number below a limit above 0. The bias of the division (below 2^-32 here) does not matter.
unsigned random_below(struct random *random, unsigned limit);

// Whether something with a chance of so many percent happens.
int random_chance(struct random *random, unsigned percent);

struct text {
  char *bytes;
  size_t count;
  size_t capacity;
};

void text_free(struct text *text);

// Appends formatted text as printf does.
__attribute__((format(printf, 2, 3))) void text_add(struct text *text, const char *format, ...);

// Appends a pattern in which `~` and a letter stand for chance: `~w` a word, `~W` a capitalised one, `~i` an identifier
// like order_total, `~c` one like orderTotal, `~n` a number.
void text_fill(struct text *text, const char *pattern, struct random *random);

// Unicode scalars of a text in UTF-8.
size_t text_scalars(const struct text *text);

#endif
