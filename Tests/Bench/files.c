#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void fail(const char *path) {
  fprintf(stderr, "%s: %s\n", path, strerror(errno));
  exit(1);
}

void join_path(char path[path_capacity], const char *folder, const char *name) {
  int length = snprintf(path, path_capacity, "%s/%s", folder, name);
  if (length < 0 || length >= path_capacity) {
    errno = ENAMETOOLONG;
    fail(folder);
  }
}

void make_folders(const char *path) {
  char part[path_capacity];
  size_t length = strlen(path);
  if (length >= sizeof part) {
    errno = ENAMETOOLONG;
    fail(path);
  }
  for (size_t end = 1; end <= length; end++) {
    if (end < length && path[end] != '/') continue;
    memcpy(part, path, end);
    part[end] = '\0';
    if (mkdir(part, 0777) != 0 && errno != EEXIST) fail(part);
  }
}

void write_file(const char *path, const char *bytes, size_t count) {
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) fail(path);
  while (count > 0) {
    ssize_t written = write(file, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(path);
    bytes += written;
    count -= (size_t)written;
  }
  if (close(file) != 0) fail(path);
}

char *read_file(const char *path, size_t *count) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0) fail(path);
  size_t size = (size_t)status.st_size;
  char *bytes = malloc(size + 1);
  if (bytes == NULL) fail(path);
  size_t filled = 0;
  while (filled < size) {
    ssize_t got = read(file, bytes + filled, size - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(path);
    if (got == 0) break;
    filled += (size_t)got;
  }
  if (close(file) != 0) fail(path);
  bytes[filled] = '\0';
  *count = filled;
  return bytes;
}
