#include "language_detector.h"

#include <climits>
#include <cstdio>  // compact_lang_det.h names FILE without including it.
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

extern "C" wd_language_guess wd_detect_language(const char *utf8, size_t length) {
    CLD2::Language languages[3];
    int percents[3];
    double scores[3];
    int text_bytes = 0;
    bool is_reliable = false;
    int bounded = length > INT_MAX ? INT_MAX : static_cast<int>(length);
    CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::Language main_language = CLD2::ExtDetectLanguageSummary(
        utf8, bounded, true, &hints, 0, languages, percents, scores, nullptr, &text_bytes, &is_reliable);
    return {CLD2::LanguageCode(main_language), percents[0], is_reliable ? 1 : 0};
}
