#ifndef CREADLINE_H
#define CREADLINE_H

#include <stdbool.h>
#include <stdint.h>

/* GNU readline behind a few functions. Its global variables stay on this side, where Swift need not see them. */

/* How the reading of a line ended. */
enum __attribute__((enum_extensibility(closed))) ReadlineEnding : int {
    ReadlineEndingLine,    /* Enter */
    ReadlineEndingDropped, /* Ctrl-C: the line is given up */
    ReadlineEndingClosed,  /* Ctrl-D on an empty line, or the terminal has gone */
    ReadlineEndingStopped, /* SIGTERM, SIGHUP or SIGQUIT */
};
typedef enum ReadlineEnding ReadlineEnding;

/* Gives what TAB may make of the line up to the cursor: allocated strings, the first of them what they have in
   common, in an allocated array with NULL at its end; NULL when there is nothing. */
typedef char *_Nullable *_Nullable (*ReadlineCompleter)(const char *_Nonnull line, void *_Nullable context);

/* Before the first line is read. */
void readline_open(ReadlineCompleter _Nonnull completer, void *_Nullable context);

/* An allocated line without its line feed, or NULL. */
char *_Nullable readline_read(const char *_Nonnull prompt, ReadlineEnding *_Nonnull ending);

/* Waits until a descriptor can be read or has come to its end; false when Ctrl-C or a signal to stop came first. */
bool readline_wait(int descriptor);

/* Columns that a character takes on a terminal: 2 for an ideograph, 0 for a combining accent, -1 for a control
   character. */
int readline_width(uint32_t character);

/* `8.2` */
const char *_Nonnull readline_version(void);

void readline_history_add(const char *_Nonnull line);

/* Takes out the line at a position, counted from 0 for the oldest. */
void readline_history_remove(int position);

/* Ends the process by the signal that stopped the reading, if one did: whoever started it is to see it. */
void readline_pass_on_signal(void);

#endif
