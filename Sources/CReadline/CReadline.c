#define _GNU_SOURCE
#include "CReadline.h"

#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <unistd.h>

#include <readline/history.h>
#include <readline/readline.h>

static ReadlineCompleter complete;
static void *complete_context;
static volatile sig_atomic_t was_interrupted;
static volatile sig_atomic_t stopping_signal;

static void note_signal(int number) {
    if (number == SIGINT)
        was_interrupted = 1;
    else
        stopping_signal = number;
}

static void watch(int number) {
    struct sigaction before, action = {.sa_handler = note_signal};
    sigemptyset(&action.sa_mask);
    sigaction(number, NULL, &before);
    if (before.sa_handler != SIG_IGN) sigaction(number, &action, NULL);
}

/* Waits for a key. Signals are let in only while waiting, so that none comes between looking and waiting. */
static int wait_for_key(int descriptor) {
    sigset_t all, before;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    int ready = -1;
    if (!rl_pending_signal() && !stopping_signal && !was_interrupted) {
        fd_set keys;
        FD_ZERO(&keys);
        FD_SET(descriptor, &keys);
        ready = pselect(descriptor + 1, &keys, NULL, NULL, NULL, &before);
    }
    sigprocmask(SIG_SETMASK, &before, NULL);
    return ready;
}

/* readline's own goes on reading after a signal, and the next keys are lost. */
static int read_key(FILE *stream) {
    int descriptor = fileno(stream);
    for (;;) {
        if (wait_for_key(descriptor) < 0) {
            rl_check_signals();
            if (stopping_signal || was_interrupted) rl_replace_line("", 0);
            if (stopping_signal) return EOF;
            if (was_interrupted) return '\r';
            continue;
        }
        unsigned char key;
        ssize_t count = read(descriptor, &key, 1);
        if (count == 1) return key;
        if (count == 0 || errno != EINTR) return EOF;
    }
}

/* The whole line is the word that is completed. */
static char **complete_line(const char *text, int start, int end) {
    (void)start, (void)end;
    rl_attempted_completion_over = 1;
    return complete(text, complete_context);
}

/* Of whole lines, shows what comes after the last space that all of them share. */
static void show_matches(char **matches, int count, int longest) {
    int shared = 0;
    for (int at = 0; matches[0][at]; at++)
        if (matches[0][at] == ' ') shared = at + 1;
    for (int each = 1; each <= count; each++)
        if (strncmp(matches[0], matches[each], shared) != 0) shared = 0;
    char **tails = malloc((count + 2) * sizeof *tails);
    if (tails) {
        for (int each = 0; each <= count; each++) tails[each] = matches[each] + shared;
        tails[count + 1] = NULL;
        putc('\n', rl_outstream);
        rl_display_match_list(tails, count, longest - shared);
        free(tails);
    }
    rl_forced_update_display();
}

void readline_open(ReadlineCompleter completer, void *context) {
    /* Where the environment names no locale; readline goes by the environment's when it does. */
    setlocale(LC_CTYPE, "C.UTF-8");
    complete = completer;
    complete_context = context;
    rl_readline_name = "askcsp";
    rl_change_environment = 0;
    rl_getc_function = read_key;
    rl_attempted_completion_function = complete_line;
    rl_completion_display_matches_hook = show_matches;
    rl_completer_word_break_characters = "";
    rl_sort_completion_matches = 0;
    rl_variable_bind("revert-all-at-newline", "on");
    rl_variable_bind("page-completions", "off");
    using_history();
    watch(SIGINT);
    watch(SIGTERM);
    watch(SIGHUP);
}

char *readline_read(const char *prompt, ReadlineEnding *ending) {
    was_interrupted = 0;
    char *line = stopping_signal ? NULL : readline(prompt);
    *ending = stopping_signal   ? ReadlineEndingStopped
              : was_interrupted ? ReadlineEndingDropped
              : line            ? ReadlineEndingLine
                                : ReadlineEndingClosed;
    return line;
}

void readline_history_add(const char *line) { add_history(line); }

void readline_history_remove(int position) {
    HIST_ENTRY *entry = remove_history(position);
    if (entry) free_history_entry(entry);
}

void readline_pass_on_signal(void) {
    if (!stopping_signal) return;
    signal(stopping_signal, SIG_DFL);
    raise(stopping_signal);
}
