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
#include <wchar.h>

#include <readline/history.h>
#include <readline/readline.h>

static ReadlineCompleter complete;
static void *complete_context;
static volatile sig_atomic_t was_interrupted;
static volatile sig_atomic_t was_continued;
static volatile sig_atomic_t stopping_signal;

static void note_signal(int number) {
    switch (number) {
    case SIGINT: was_interrupted = 1; break;
    case SIGCONT: was_continued = 1; break;
    default: stopping_signal = number;
    }
}

static void watch(int number) {
    struct sigaction before, action = {.sa_handler = note_signal};
    sigemptyset(&action.sa_mask);
    sigaction(number, NULL, &before);
    if (before.sa_handler != SIG_IGN) sigaction(number, &action, NULL);
}

/* The signals that end a line, an answer or the conversation, or that readline looks after. They are let in only
   while a key is waited for: threads that work on an answer inherit that, so that none of them takes a signal in whose
   place nobody waits. */
static sigset_t watched;
static sigset_t before_watching;

/* Whether one of them has come, before a wait or during it. */
static bool is_signalled(void) {
    pthread_sigmask(SIG_SETMASK, &before_watching, NULL);
    pthread_sigmask(SIG_BLOCK, &watched, NULL);
    return rl_pending_signal() || stopping_signal || was_interrupted || was_continued;
}

/* Where a key is there already, pselect lets no signal in: one that came first would be taken after it. */
static int wait_for_key(int descriptor) {
    if (is_signalled()) return -1;
    fd_set keys;
    FD_ZERO(&keys);
    FD_SET(descriptor, &keys);
    int ready = pselect(descriptor + 1, &keys, NULL, NULL, NULL, &before_watching);
    return is_signalled() ? -1 : ready;
}

/* readline sends itself the signal again, for whoever watched for it before. */
static void let_readline_act(void) {
    pthread_sigmask(SIG_SETMASK, &before_watching, NULL);
    rl_check_signals();
    pthread_sigmask(SIG_BLOCK, &watched, NULL);
}

/* After Ctrl-Z the shell has written below the line. */
static void draw_again(void) {
    was_continued = 0;
    rl_forced_update_display();
}

/* readline's own goes on reading after a signal, and the next keys are lost. */
static int read_key(FILE *stream) {
    int descriptor = fileno(stream);
    for (;;) {
        if (wait_for_key(descriptor) < 0) {
            let_readline_act();
            if (was_continued) draw_again();
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
    char **matches = complete(text, complete_context);
    /* Below a folder the path goes on. */
    if (matches && strlen(matches[0]) > 1 && matches[0][strlen(matches[0]) - 1] == '/')
        rl_completion_append_character = '\0';
    return matches;
}

/* Of whole lines, shows what comes after the last space that all of them share; of a command's path what comes after
   the last folder. */
static void show_matches(char **matches, int count, int longest) {
    int shared = 0;
    const char *argument = matches[0][0] == '/' ? strchr(matches[0], ' ') : NULL;
    for (int at = 0; matches[0][at]; at++)
        if (matches[0][at] == ' ' || (argument && matches[0] + at > argument && matches[0][at] == '/'))
            shared = at + 1;
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

/* Where the environment names no locale; readline goes by the environment's when it does. */
static void use_utf8(void) {
    if (MB_CUR_MAX == 1) setlocale(LC_CTYPE, "C.UTF-8");
}

void readline_open(ReadlineCompleter completer, void *context) {
    use_utf8();
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
    watch(SIGQUIT);
    watch(SIGCONT);
    sigemptyset(&watched);
    const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
    for (size_t each = 0; each < sizeof signals / sizeof *signals; each++) sigaddset(&watched, signals[each]);
    pthread_sigmask(SIG_BLOCK, &watched, &before_watching);
}

/* Ctrl-C was meant for what was shown since the last line: a pager, say. */
static void forget_interrupts(void) {
    sigset_t interrupt;
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    const struct timespec none = {0, 0};
    while (sigtimedwait(&interrupt, NULL, &none) > 0) continue;
    was_interrupted = 0;
}

char *readline_read(const char *prompt, ReadlineEnding *ending) {
    forget_interrupts();
    was_continued = 0;
    char *line = stopping_signal ? NULL : readline(prompt);
    *ending = stopping_signal   ? ReadlineEndingStopped
              : was_interrupted ? ReadlineEndingDropped
              : line            ? ReadlineEndingLine
                                : ReadlineEndingClosed;
    return line;
}

/* A signal that came since the line was read counts. */
bool readline_wait(int descriptor) {
    int ready = 0;
    while (ready <= 0 && !stopping_signal && !was_interrupted) {
        was_continued = 0;
        ready = wait_for_key(descriptor);
    }
    return ready > 0;
}

int readline_width(uint32_t character) {
    use_utf8();
    return wcwidth((wchar_t)character);
}

const char *readline_version(void) { return rl_library_version; }

void readline_history_add(const char *line) { add_history(line); }

void readline_history_remove(int position) {
    HIST_ENTRY *entry = remove_history(position);
    if (entry) free_history_entry(entry);
}

void readline_pass_on_signal(void) {
    if (!stopping_signal) return;
    signal(stopping_signal, SIG_DFL);
    pthread_sigmask(SIG_SETMASK, &before_watching, NULL);
    raise(stopping_signal);
}
