// Holds a program so that nothing of it outlives its owner: neither a process, whatever it has started, nor a folder.
#define _GNU_SOURCE
#include "guard.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <grp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

// The parent of a process by /proc; 0 when it is gone. The name in the second field may hold anything, a parenthesis too.
static pid_t parent_of(const char *process) {
  char path[64], text[512];
  snprintf(path, sizeof path, "/proc/%.20s/stat", process);
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t length = read(file, text, sizeof text - 1);
  close(file);
  if (length <= 0) return 0;
  text[length] = 0;
  char *end = strrchr(text, ')');
  int parent = 0;
  return end && sscanf(end, ") %*c %d", &parent) == 1 ? parent : 0;
}

static void kill_children(void) {
  DIR *folder = opendir("/proc");
  if (!folder) return;
  pid_t self = getpid();
  for (struct dirent *entry; (entry = readdir(folder));) {
    if (entry->d_name[0] >= '1' && entry->d_name[0] <= '9' && parent_of(entry->d_name) == self) kill(atoi(entry->d_name), SIGKILL);
  }
  closedir(folder);
}

// Kills until there is no child left: the guard is the reaper of its descendants, so that each whose parent ends becomes its child.
static void kill_descendants(void) {
  for (;;) {
    kill_children();
    pid_t gone = waitpid(-1, NULL, WNOHANG);
    if (gone < 0 && errno == ECHILD) return;
    if (gone == 0) poll(NULL, 0, 1);
  }
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)status, (void)kind, (void)place;
  remove(path);
  return 0;
}

// Collects what has ended; true once the program itself has, with its code.
static int has_ended(pid_t program, int *code) {
  int ended = 0, status;
  for (pid_t gone; (gone = waitpid(-1, &status, WNOHANG)) > 0;) {
    if (gone != program) continue;
    ended = 1;
    *code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  return ended;
}

// Waits for the end of the program, or for that of the owner, after which the program may have some time to end by itself.
static int watch(pid_t program, int lifeline, int children, const struct augury_limits *limits) {
  int code = 128 + SIGKILL, is_owned = 1;
  long long end = 0;
  for (;;) {
    if (has_ended(program, &code)) return code;
    if (!is_owned && milliseconds() >= end) return code;
    struct pollfd files[] = {{.fd = children, .events = POLLIN}, {.fd = is_owned ? lifeline : -1, .events = POLLIN}};
    poll(files, 2, is_owned ? -1 : (int)(end - milliseconds()));
    struct signalfd_siginfo signal;
    if (files[0].revents) (void)!read(children, &signal, sizeof signal);
    if (files[1].revents) {
      is_owned = 0;
      if (!limits->stop) return code;
      kill(program, limits->stop);
      end = milliseconds() + limits->patience;
    }
  }
}

static void set_limit(int resource, unsigned long long value) {
  if (!value) return;
  struct rlimit limit = {.rlim_cur = value, .rlim_max = value};
  setrlimit(resource, &limit);
}

// What cannot be held is not started.
static void confine(const struct augury_limits *limits, pid_t guard) {
  const struct rlimit none = {0, 0};
  setsid();
  setrlimit(RLIMIT_CORE, &none);
  set_limit(RLIMIT_DATA, limits->memory);
  set_limit(RLIMIT_FSIZE, limits->file);
  if (limits->user &&
      (setgroups(0, NULL) || setresgid(limits->group, limits->group, limits->group) || setresuid(limits->user, limits->user, limits->user))) {
    _exit(126);
  }
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  // After the change of user, which clears it. The guard may have ended already.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != guard) _exit(126);
}

void augury_guard(const struct augury_limits *limits, int lifeline, const char *folder) {
  sigset_t all, old;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, &old);
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  pid_t guard = getpid();
  pid_t program = fork();
  if (program == 0) {
    sigprocmask(SIG_SETMASK, &old, NULL);
    signal(SIGPIPE, SIG_DFL);
    close_range(3, ~0U, 0);
    confine(limits, guard);
    return;
  }
  // The pipes of the program are to end with it.
  for (int file = 0; file < 3; file++) close(file);
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGCHLD);
  int children = signalfd(-1, &ends, SFD_CLOEXEC | SFD_NONBLOCK);
  int code = program < 0 ? 126 : watch(program, lifeline, children, limits);
  kill_descendants();
  if (folder) nftw(folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
  _exit(code);
}
