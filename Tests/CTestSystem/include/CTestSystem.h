#ifndef CTESTSYSTEM_H
#define CTESTSYSTEM_H

#include <spawn.h>
#include <stddef.h>
#include <sys/types.h>

/* Calls of the system that Swift does not see. */

/* A new terminal: the descriptor of the end that a person is at, or -1; the other end opens by its name. It is
   closed in programs that are started, as the ends of a pipe are. */
int test_terminal(char *_Nonnull name, size_t size);

/* 0, or -1. */
int test_pipe(int *_Nonnull reading, int *_Nonnull writing);

int test_spawn_in_folder(posix_spawn_file_actions_t *_Nonnull actions, const char *_Nonnull folder);

/* Ends a program that computes for longer than that: one that hangs is not to hold up the tests. */
int test_limit(pid_t process, unsigned seconds);

#endif
