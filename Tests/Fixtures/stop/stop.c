// Stops a process as SIGKILL does, after its n-th change to a file system: LD_PRELOAD this, and set STOP_AFTER to n.
// A write that is the last one writes half of its bytes. Only what succeeds is counted; the standard streams are not.
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_int left;

__attribute__((constructor)) static void start(void) {
  const char *count = getenv("STOP_AFTER");
  left = count ? atoi(count) : -1;
}

static int counted(long result) {
  if (result >= 0 && atomic_fetch_sub(&left, 1) == 1) raise(SIGKILL);
  return (int)result;
}

int open(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = flags & O_CREAT ? va_arg(arguments, mode_t) : 0;
  va_end(arguments);
  long descriptor = syscall(SYS_openat, AT_FDCWD, path, flags, mode);
  return flags & O_CREAT ? counted(descriptor) : (int)descriptor;
}

int open64(const char *path, int flags, ...) __attribute__((alias("open")));

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (descriptor <= 2) return syscall(SYS_write, descriptor, bytes, count);
  return counted(syscall(SYS_write, descriptor, bytes, left == 1 ? count / 2 : count));
}

int rename(const char *old, const char *new) { return counted(syscall(SYS_renameat2, AT_FDCWD, old, AT_FDCWD, new, 0)); }
int unlink(const char *path) { return counted(syscall(SYS_unlinkat, AT_FDCWD, path, 0)); }
int rmdir(const char *path) { return counted(syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR)); }
int mkdir(const char *path, mode_t mode) { return counted(syscall(SYS_mkdirat, AT_FDCWD, path, mode)); }
