// The memory of a library of thousands of pages: taking it in pieces of 4 KiB, and finding them again, was a tenth of a build.
#define _GNU_SOURCE
#include "heap.h"

#include <limits.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

// What the heap may grow by without losing its huge pages.
static const size_t reserve = (size_t)1 << 30;

// Below glibc's largest threshold for blocks of their own (DEFAULT_MMAP_THRESHOLD_MAX, 4 MiB * sizeof(long)), which are slow to have.
static const int largest_block = 32 << 20;

static int is_limited(int resource) {
  struct rlimit limit;
  return getrlimit(resource, &limit) != 0 || limit.rlim_cur != RLIM_INFINITY;
}

void augury_prepare_heap(void) {
  // Who counts addresses may have none to spare.
  if (is_limited(RLIMIT_AS) || is_limited(RLIMIT_DATA)) return;
  mallopt(M_MMAP_THRESHOLD, largest_block);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
  // The heap's end moves once by the reserve, and by as little as it does by default (128 KiB, mallopt(3)) from then on.
  mallopt(M_TOP_PAD, (int)(reserve - 1));
  char *block = malloc((size_t)1 << 20);
  mallopt(M_TOP_PAD, 128 << 10);
  char *end = sbrk(0);
  uintptr_t start = ((uintptr_t)block + 4095) & ~(uintptr_t)4095;
  // Where the heap could not grow, the block lies elsewhere.
  if (block != NULL && block < end && (size_t)(end - block) <= 2 * reserve) madvise((void *)start, (uintptr_t)end - start, MADV_HUGEPAGE);
  free(block);
}
