// floor LIBRARY OUTPUT: the least that any generator over libcmark-gfm must do. Reads each Markdown file of a library,
// parses it with the extensions that Augury uses, renders HTML, and writes one file for it into a folder of the same shape.
// No page frame, no links, no checks: what Augury costs is told in multiples of this.
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "files.h"

enum { deepest_folder = 32 };

static const char *const extensions[] = {"table", "strikethrough", "autolink", "tasklist"};

static void render(const char *source, const char *target) {
  size_t count;
  char *bytes = read_file(source, &count);
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
  for (size_t index = 0; index < sizeof extensions / sizeof extensions[0]; index++) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[index]));
  }
  cmark_parser_feed(parser, bytes, count);
  cmark_node *document = cmark_parser_finish(parser);
  char *html = cmark_render_html(document, CMARK_OPT_FOOTNOTES, cmark_parser_get_syntax_extensions(parser));
  write_file(target, html, strlen(html));
  free(html);
  cmark_node_free(document);
  cmark_parser_free(parser);
  free(bytes);
}

static int is_markdown(const char *name) {
  size_t length = strlen(name);
  return length > 3 && strcmp(name + length - 3, ".md") == 0;
}

// Renders every Markdown file in a folder and below. Generated libraries are three folders deep; the limit guards the stack.
static void render_folder(const char *source, const char *target, int depth) {
  if (depth > deepest_folder) {
    errno = ELOOP;
    fail(source);
  }
  make_folders(target);
  DIR *folder = opendir(source);
  if (folder == NULL) fail(source);
  struct dirent *entry;
  while (errno = 0, (entry = readdir(folder)) != NULL) {
    if (entry->d_name[0] == '.') continue;
    char from[path_capacity], to[path_capacity];
    join_path(from, source, entry->d_name);
    join_path(to, target, entry->d_name);
    struct stat status;
    if (lstat(from, &status) != 0) fail(from);
    if (S_ISDIR(status.st_mode)) {
      render_folder(from, to, depth + 1);
    } else if (S_ISREG(status.st_mode) && is_markdown(entry->d_name)) {
      memcpy(to + strlen(to) - 3, ".ht", 3);
      render(from, to);
    }
  }
  if (errno != 0) fail(source);
  closedir(folder);
}

int main(int count, char **arguments) {
  if (count != 3) {
    fprintf(stderr, "usage: floor LIBRARY OUTPUT\n");
    return 2;
  }
  cmark_gfm_core_extensions_ensure_registered();
  render_folder(arguments[1], arguments[2], 0);
  return 0;
}
