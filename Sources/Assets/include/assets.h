// The files that are compiled into the binary: templates, the site's assets, JSON Schemas.
#ifndef AUGURY_ASSETS_H
#define AUGURY_ASSETS_H

#include <stddef.h>

// One file: its path in the repository, and its bytes.
typedef struct {
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  size_t count;
} augury_asset;

// The file at an index, in the order of the paths; NULL behind the last.
const augury_asset *_Nullable augury_asset_at(size_t index);

// Some bytes that live as long as the program.
typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t count;
} augury_bytes;

// What the linker wrote into this program to tell it from every other build (its GNU build id); empty when it wrote none.
augury_bytes augury_build_id(void);

#endif
