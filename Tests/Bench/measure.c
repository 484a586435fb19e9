// measure FIGURES COMMAND [ARGUMENT...]: runs a command and appends one line to the file FIGURES: user and system seconds
// together, wall seconds, and the largest resident memory in KiB. Ends with the status of the command.
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

static double now(void) {
  struct timespec time;
  if (clock_gettime(CLOCK_MONOTONIC, &time) != 0) return 0;
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int count, char **arguments) {
  if (count < 3) {
    fprintf(stderr, "usage: measure FIGURES COMMAND [ARGUMENT...]\n");
    return 2;
  }
  double start = now();
  pid_t child;
  int error = posix_spawnp(&child, arguments[2], NULL, NULL, arguments + 2, environ);
  if (error != 0) {
    fprintf(stderr, "%s: %s\n", arguments[2], strerror(error));
    return 127;
  }
  int status;
  struct rusage usage;
  while (wait4(child, &status, 0, &usage) < 0) {
    if (errno == EINTR) continue;
    perror("wait4");
    return 1;
  }
  double wall = now() - start;
  FILE *figures = fopen(arguments[1], "a");
  if (figures == NULL) {
    perror(arguments[1]);
    return 1;
  }
  double processor = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  int printed = fprintf(figures, "%.6f %.6f %ld\n", processor, wall, usage.ru_maxrss);
  if (fclose(figures) != 0 || printed < 0) {
    perror(arguments[1]);
    return 1;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
