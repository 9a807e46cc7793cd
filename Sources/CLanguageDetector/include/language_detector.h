#ifndef WIREDESK_LANGUAGE_DETECTOR_H
#define WIREDESK_LANGUAGE_DETECTOR_H

#include <stddef.h>

/// What libcld2 (Compact Language Detector 2, Debian package libcld2-dev) says of a text.
typedef struct {
    /// The language's code as CLD2 names it ("en", "iw", "zh-Hant" ...), a static string, never NULL; "un" when unknown.
    const char *code;
    /// The share of the text that is in this language, 0 to 100.
    int percent;
    /// Nonzero when CLD2 calls its own answer reliable.
    int is_reliable;
} wd_language_guess;

#ifdef __cplusplus
extern "C" {
#endif

/// Guesses the main language of `length` bytes of valid UTF-8 plain text.
wd_language_guess wd_detect_language(const char *utf8, size_t length);

#ifdef __cplusplus
}
#endif
#endif
