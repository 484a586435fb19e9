#include "cmark_memory.h"

#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// A piece of a region. The newest is first in the list; only from that one memory is given.
struct chunk {
  struct chunk *older;
  size_t size;
  size_t used;
  alignas(16) char bytes[];
};

// What stands before each block: its size, for realloc.
struct header {
  alignas(16) size_t size;
};

// The first piece holds the tree of a usual page, and stays in the cache from page to page.
enum { first_size = 512 * 1024 };

static _Thread_local struct chunk *newest;

static struct chunk *chunk(size_t size, struct chunk *older) {
  struct chunk *new = malloc(sizeof(struct chunk) + size);
  if (new == NULL) abort(); // as libcmark-gfm's own allocator does
  new->older = older;
  new->size = size;
  new->used = 0;
  return new;
}

static size_t rounded(size_t size) {
  if (size > SIZE_MAX / 4) abort();
  return (size + 15) & ~(size_t)15;
}

static void *take(size_t size) {
  size_t whole = sizeof(struct header) + rounded(size);
  if (newest == NULL) newest = chunk(whole > first_size ? whole : first_size, NULL);
  if (newest->size - newest->used < whole) {
    size_t next = 2 * newest->size;
    newest = chunk(whole > next ? whole : next, newest);
  }
  struct header *header = (struct header *)(newest->bytes + newest->used);
  newest->used += whole;
  header->size = rounded(size);
  return header + 1;
}

static void *arena_calloc(size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / size) abort();
  void *block = take(count * size);
  return memset(block, 0, count * size);
}

// The last block that was given grows where it is: texts are read into a buffer line by line.
static void *arena_realloc(void *block, size_t size) {
  if (block == NULL) return take(size);
  struct header *header = (struct header *)block - 1;
  if (size <= header->size) return block;
  char *end = (char *)block + header->size;
  size_t more = rounded(size) - header->size;
  if (end == newest->bytes + newest->used && newest->size - newest->used >= more) {
    newest->used += more;
    header->size += more;
    return block;
  }
  void *larger = take(size);
  return memcpy(larger, block, header->size);
}

static void arena_free(void *block) { (void)block; }

static cmark_mem arena = {arena_calloc, arena_realloc, arena_free};

cmark_mem *augury_arena(void) { return &arena; }

void augury_arena_reset(void) {
  if (newest == NULL) return;
  while (newest->older != NULL) {
    struct chunk *older = newest->older;
    free(newest);
    newest = older;
  }
  // One huge file must not keep its memory.
  if (newest->size > first_size) {
    free(newest);
    newest = NULL;
  } else {
    newest->used = 0;
  }
}
