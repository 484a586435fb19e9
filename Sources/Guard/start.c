// Starting programs, and the network they see.
#define _GNU_SOURCE
#include "guard.h"

#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

int augury_spawn(pid_t *process, char *const arguments[], char *const environment[], const char *folder, int input, int output,
                 int lifeline, int keeper) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  // What would be overwritten before it is its turn moves out of the way first.
  int files[] = {input, output, lifeline, keeper};
  for (int index = 0; index < 4; index++) {
    if (files[index] >= 0) posix_spawn_file_actions_adddup2(&actions, files[index], 100 + index);
  }
  posix_spawn_file_actions_adddup2(&actions, 100, 0);
  posix_spawn_file_actions_adddup2(&actions, 101, 1);
  posix_spawn_file_actions_adddup2(&actions, 101, 2);
  posix_spawn_file_actions_adddup2(&actions, 102, 3);
  if (keeper >= 0) posix_spawn_file_actions_adddup2(&actions, 103, 4);
  for (int index = 0; index < 4; index++) {
    if (files[index] >= 0) posix_spawn_file_actions_addclose(&actions, 100 + index);
  }
  posix_spawn_file_actions_addchdir_np(&actions, folder);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  int error = posix_spawn(process, arguments[0], &actions, &attributes, arguments, environment);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

int augury_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

static int write_file(const char *path, const char *text) {
  int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return -1;
  ssize_t written = write(file, text, strlen(text));
  close(file);
  return written < 0 ? -1 : 0;
}

int augury_leave_network(void) {
  uid_t user = getuid();
  gid_t group = getgid();
  if (unshare(CLONE_NEWNET | CLONE_NEWIPC)) {
    // Without root a user namespace gives the right, where the system allows one; it keeps the names of user and group.
    if (unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC)) return errno;
    char map[64];
    snprintf(map, sizeof map, "%u %u 1", user, user);
    write_file("/proc/self/setgroups", "deny");
    if (write_file("/proc/self/uid_map", map)) return errno;
    snprintf(map, sizeof map, "%u %u 1", group, group);
    if (write_file("/proc/self/gid_map", map)) return errno;
  }
  struct ifreq loopback = {.ifr_name = "lo"};
  int socket_file = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (socket_file < 0) return errno;
  loopback.ifr_flags = IFF_UP | IFF_RUNNING;
  int error = ioctl(socket_file, SIOCSIFFLAGS, &loopback) ? errno : 0;
  close(socket_file);
  return error;
}
