// Runs a command in the midst of what a process does, as if somebody else did it in that moment: LD_PRELOAD this, and set CHANGE to
// the command and CHANGE_AT to the end of a path. It runs when half of that file was read, before that folder is listed, and
// before that file is made; CHANGE_TIMES times (1).
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *place;
static char *command;
static int left = 1;

__attribute__((constructor)) static void start(void) {
  const char *times = getenv("CHANGE_TIMES");
  place = getenv("CHANGE_AT");
  command = getenv("CHANGE") ? strdup(getenv("CHANGE")) : NULL;
  if (times) left = atoi(times);
  unsetenv("LD_PRELOAD");
}

static int is_place(const char *path) {
  if (!place || !command || left <= 0) return 0;
  size_t length = strlen(path), end = strlen(place);
  return length >= end && strcmp(path + length - end, place) == 0;
}

static void change(void) {
  left--;
  if (system(command) != 0) abort();
}

ssize_t read(int descriptor, void *bytes, size_t count) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  path[length > 0 ? length : 0] = 0;
  int is_here = is_place(path);
  ssize_t result = syscall(SYS_read, descriptor, bytes, is_here && count > 1 ? count / 2 : count);
  if (is_here) change();
  return result;
}

DIR *opendir(const char *path) {
  if (is_place(path)) change();
  return ((DIR * (*)(const char *)) dlsym(RTLD_NEXT, "opendir"))(path);
}

int open(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = flags & O_CREAT ? va_arg(arguments, mode_t) : 0;
  va_end(arguments);
  if (flags & O_CREAT && is_place(path)) change();
  return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...) __attribute__((alias("open")));
