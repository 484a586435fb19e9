// Files and folders for the benchmark's programs. A program that cannot read or write says why and ends with status 1.
#ifndef BENCH_FILES_H
#define BENCH_FILES_H

#include <stddef.h>

enum { path_capacity = 4096 };

// Writes "folder/name" into a path.
void join_path(char path[path_capacity], const char *folder, const char *name);

// Makes a folder and those above it; one that is there stays.
void make_folders(const char *path);

void write_file(const char *path, const char *bytes, size_t count);

// The bytes of a file; the caller frees them.
char *read_file(const char *path, size_t *count);

_Noreturn void fail(const char *path);

#endif
