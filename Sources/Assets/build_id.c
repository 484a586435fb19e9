#define _GNU_SOURCE
#include "assets.h"

#include <elf.h>
#include <link.h>
#include <string.h>

// Looks for the GNU build id among the notes of the first object, which is the program itself.
static int find_build_id(struct dl_phdr_info *info, size_t size, void *result) {
  (void)size;
  for (ElfW(Half) i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr) *header = &info->dlpi_phdr[i];
    if (header->p_type != PT_NOTE) continue;
    const unsigned char *note = (const unsigned char *)(info->dlpi_addr + header->p_vaddr);
    const unsigned char *end = note + header->p_memsz;
    while (end - note >= (ptrdiff_t)sizeof(ElfW(Nhdr))) {
      const ElfW(Nhdr) *fields = (const ElfW(Nhdr) *)note;
      // The name and the description are padded to four bytes each.
      const unsigned char *name = note + sizeof *fields;
      const unsigned char *description = name + ((fields->n_namesz + 3) & ~3u);
      if (fields->n_type == NT_GNU_BUILD_ID && fields->n_namesz == 4 && memcmp(name, "GNU", 4) == 0) {
        *(augury_bytes *)result = (augury_bytes){description, fields->n_descsz};
        return 1;
      }
      note = description + ((fields->n_descsz + 3) & ~3u);
    }
  }
  return 1;
}

augury_bytes augury_build_id(void) {
  augury_bytes result = {(const unsigned char *)"", 0};
  dl_iterate_phdr(find_build_id, &result);
  return result;
}
