#include "assets.h"

static const augury_asset assets[] = {
  {"", (const unsigned char *)"", 0},
};

const augury_asset *augury_asset_at(size_t index) {
  return index + 1 < sizeof assets / sizeof *assets ? &assets[index] : NULL;
}
