#ifndef AUGURY_GUARD_H
#define AUGURY_GUARD_H

#include <sys/types.h>

/// How a guarded program is held.
struct augury_limits {
  /// The user and group to become, where the caller is root; 0 for neither.
  uid_t user;
  gid_t group;
  /// Bytes of data a process may have, and of a file it may write; 0 for no limit.
  unsigned long long memory;
  unsigned long long file;
  /// The signal that asks the program to end, and the milliseconds it has then; 0 for none: it is killed at once.
  int stop;
  int patience;
};

/// Becomes the guard of a program, which the caller is to start: returns in a new process, with these limits, in a session of its own and
/// with no file open but the three standard ones.
///
/// The guard itself stays behind until the program has ended, or until the other end of the pipe `lifeline` is closed, which happens
/// however its owner ends. Then it kills every process that the program has started, removes `folder` with all that is in it (if it
/// is not NULL), and exits as the program did (128 and the signal's number if one ended it). The caller must have one thread.
void augury_guard(const struct augury_limits *limits, int lifeline, const char *folder);

/// Makes a pipe whose ends no other program inherits. Returns 0, or -1 with the error in errno.
int augury_pipe(int ends[2]);

/// Cuts this process and all that it starts off from every network but its own loopback. Returns 0 when that is done; to be called
/// before there is a second thread.
int augury_leave_network(void);

/// Starts a program whose three standard files are these (output and errors are one), with `lifeline` as its file 3 and `keeper`, if it
/// is not negative, as its file 4. Returns 0, or the number of the error.
int augury_spawn(pid_t *process, char *const arguments[], char *const environment[], const char *folder, int input, int output,
                 int lifeline, int keeper);

#endif
