#include "text.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "words.h"

// One step of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
static uint64_t next(struct random *random) {
  uint64_t mixed = random->state += UINT64_C(0x9E3779B97F4A7C15);
  mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
  mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94D049BB133111EB);
  return mixed ^ (mixed >> 31);
}

struct random random_from(uint64_t seed, unsigned module, unsigned page) {
  struct random random = {seed};
  random.state = next(&random) ^ module;
  random.state = next(&random) ^ page;
  return random;
}

unsigned random_below(struct random *random, unsigned limit) {
  return (unsigned)((next(random) >> 32) % limit);
}

int random_chance(struct random *random, unsigned percent) { return random_below(random, 100) < percent; }

void text_free(struct text *text) {
  free(text->bytes);
  *text = (struct text){NULL, 0, 0};
}

// Makes room for more bytes and a final NUL.
static void reserve(struct text *text, size_t more) {
  size_t needed = text->count + more + 1;
  if (needed <= text->capacity) return;
  size_t capacity = needed * 2;
  char *bytes = realloc(text->bytes, capacity);
  if (bytes == NULL) {
    perror("realloc");
    exit(1);
  }
  text->bytes = bytes;
  text->capacity = capacity;
}

void text_add(struct text *text, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  va_list again;
  va_copy(again, arguments);
  int length = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  if (length < 0) {
    perror("vsnprintf");
    exit(1);
  }
  reserve(text, (size_t)length);
  vsnprintf(text->bytes + text->count, (size_t)length + 1, format, again);
  va_end(again);
  text->count += (size_t)length;
}

static void add_byte(struct text *text, char byte) {
  reserve(text, 1);
  text->bytes[text->count++] = byte;
  text->bytes[text->count] = '\0';
}

static void add_word(struct text *text, struct random *random, int capitalised) {
  const char *word = word_at(random_below(random, word_count));
  text_add(text, "%c%s", capitalised ? toupper((unsigned char)word[0]) : word[0], word + 1);
}

void text_fill(struct text *text, const char *pattern, struct random *random) {
  for (const char *at = pattern; *at != '\0'; at++) {
    if (*at != '~' || at[1] == '\0') {
      add_byte(text, *at);
      continue;
    }
    switch (*++at) {
      case 'w': add_word(text, random, 0); break;
      case 'W': add_word(text, random, 1); break;
      case 'n': text_add(text, "%u", random_below(random, 900) + 1); break;
      case 'i':
        add_word(text, random, 0);
        add_byte(text, '_');
        add_word(text, random, 0);
        break;
      case 'c':
        add_word(text, random, 0);
        add_word(text, random, 1);
        break;
      default: add_byte(text, *at);
    }
  }
}

size_t text_scalars(const struct text *text) {
  size_t scalars = 0;
  for (size_t index = 0; index < text->count; index++) scalars += ((unsigned char)text->bytes[index] & 0xC0) != 0x80;
  return scalars;
}
