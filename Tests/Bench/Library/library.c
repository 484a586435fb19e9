// library FOLDER PAGES [SEED]: writes a library of about so many pages that is the same, to the byte, on every machine.
//
// Its sizes are those of 43 public modules (426 pages, 4.3 MB): median 7.3 kB, one page in ten above 21 kB, none much above
// 50 kB, 63 % of the bytes in fences. Every link leads somewhere, every tree and count is true: a build finds no fault.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../files.h"
#include "module.h"
#include "page.h"
#include "text.h"

// What was made.
struct tally {
  size_t *sizes;
  size_t pages;
  size_t bytes;
  size_t fenced;
};

// Bytes of a page: 21 quantiles of a log-normal distribution, with a straight line between two of them.
static size_t page_size(struct random *random) {
  static const unsigned quantiles[] = {800,  1900, 2500,  3100,  3600,  4200,  4700,  5300,  5900,  6600, 7300,
                                       8100, 9000, 10000, 11200, 12700, 14600, 17100, 21000, 28300, 50000};
  unsigned step = random_below(random, 20);
  unsigned width = quantiles[step + 1] - quantiles[step];
  return quantiles[step] + random_below(random, width);
}

static void write_text(const char *folder, const char *name, const struct text *text) {
  char path[path_capacity];
  join_path(path, folder, name);
  write_file(path, text->bytes, text->count);
}

static void write_page(const char *folder, struct place place, struct text *text, struct tally *tally) {
  struct text name = {NULL, 0, 0};
  add_page_path(&name, place);
  write_text(folder, name.bytes, text);
  text_free(&name);
  tally->sizes[tally->pages++] = text->count;
  tally->bytes += text->count;
}

// Writes the guides and examples of a module and returns their characters.
static size_t write_pages(const char *folder, struct place place, struct tally *tally) {
  size_t characters = 0;
  for (place.page = 1; place.page < pages_a_module; place.page++) {
    struct text text = {NULL, 0, 0};
    struct random random = random_from(place.library->seed, place.module, place.page);
    tally->fenced += add_page(&text, &random, place, page_size(&random));
    write_page(folder, place, &text, tally);
    characters += text_scalars(&text);
    text_free(&text);
  }
  return characters;
}

static void write_module(const char *root, const struct library *library, unsigned module, struct tally *tally) {
  struct text id = {NULL, 0, 0};
  add_module_id(&id, library, module);
  char folder[path_capacity], inner[path_capacity];
  join_path(folder, root, id.bytes);
  text_free(&id);
  join_path(inner, folder, "rules");
  make_folders(inner);
  join_path(inner, folder, "examples");
  make_folders(inner);

  struct place place = {library, module, 0};
  size_t characters = write_pages(folder, place, tally);
  struct random random = random_from(library->seed, module, 0);
  size_t bytes = page_size(&random);
  struct text readme = {NULL, 0, 0}, manifest = {NULL, 0, 0};
  tally->fenced += add_readme(&readme, &random, place, bytes);
  add_manifest(&manifest, place);
  add_counts(&readme, &manifest, characters);
  write_page(folder, place, &readme, tally);
  write_text(folder, "module.json", &manifest);
  text_free(&readme);
  text_free(&manifest);
}

static int ascending(const void *left, const void *right) {
  size_t first = *(const size_t *)left, second = *(const size_t *)right;
  return (first > second) - (first < second);
}

static void print(struct tally *tally) {
  qsort(tally->sizes, tally->pages, sizeof *tally->sizes, ascending);
  printf("%zu pages, %zu bytes; median %zu, 90 %% below %zu, largest %zu; %zu %% of the bytes in fences\n", tally->pages,
         tally->bytes, tally->sizes[tally->pages / 2], tally->sizes[tally->pages * 9 / 10], tally->sizes[tally->pages - 1],
         tally->fenced * 100 / tally->bytes);
}

int main(int count, char **arguments) {
  unsigned long pages = count >= 3 ? strtoul(arguments[2], NULL, 10) : 0;
  if (count < 3 || count > 4 || pages < 1 || pages > 10000000) {
    fprintf(stderr, "usage: library FOLDER PAGES [SEED]\n");
    return 2;
  }
  struct library library = {
      .seed = count == 4 ? strtoull(arguments[3], NULL, 10) : 1,
      .modules = (unsigned)((pages + pages_a_module - 1) / pages_a_module),
  };
  struct tally tally = {.sizes = calloc((size_t)library.modules * pages_a_module, sizeof(size_t))};
  if (tally.sizes == NULL) fail("sizes");
  for (unsigned module = 0; module < library.modules; module++) write_module(arguments[1], &library, module, &tally);
  print(&tally);
  free(tally.sizes);
  return 0;
}
