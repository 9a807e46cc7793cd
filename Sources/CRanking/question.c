#include "ranking.h"

#include <math.h>
#include <string.h>

// How far apart two words may stand to count as near, in tokens.
#define WD_NEAR 12
// Words in the other order than in the question stand so many times as far apart.
#define WD_OTHER_ORDER 1.5

/// A plan as `ranking.h` lays it out, looked at before it is used.
struct plan {
    struct wd_question_head head;
    const unsigned char *columns, *words, *phrases;
};

static int read_plan(sqlite3_value *value, struct plan *plan) {
    const unsigned char *bytes = sqlite3_value_blob(value);
    size_t size = (size_t)sqlite3_value_bytes(value);
    if (!bytes || size < sizeof plan->head) return SQLITE_MISMATCH;
    memcpy(&plan->head, bytes, sizeof plan->head);
    const struct wd_question_head *head = &plan->head;
    if (head->words < 1 || head->words > WD_QUESTION_WORDS || head->phrases < 0 || head->columns < 0) return SQLITE_MISMATCH;
    size_t columns = (size_t)head->columns * sizeof(double), words = (size_t)head->words * sizeof(struct wd_question_word);
    if (size != sizeof plan->head + columns + words + (size_t)head->phrases * sizeof(struct wd_question_phrase)) return SQLITE_MISMATCH;
    plan->columns = bytes + sizeof plan->head;
    plan->words = plan->columns + columns;
    plan->phrases = plan->words + words;
    return SQLITE_OK;
}

/// The parts of one row's score: of each word, of words side by side, and of all words together.
struct parts {
    double words[WD_QUESTION_WORDS];
    double proximity, complete, total;
};

static int rate(const Fts5ExtensionApi *api, Fts5Context *context, const struct plan *plan, struct parts *parts) {
    const struct wd_question_head *head = &plan->head;
    double frequencies[WD_QUESTION_WORDS] = {0}, near[WD_QUESTION_WORDS] = {0};
    int column_of[WD_QUESTION_WORDS], offset_of[WD_QUESTION_WORDS];
    for (int word = 0; word < head->words; word++) column_of[word] = -1;
    int instances = 0, tokens = 0;
    sqlite3_int64 rows = 0, all_tokens = 0;
    int code = api->xInstCount(context, &instances);
    if (code == SQLITE_OK) code = api->xColumnSize(context, -1, &tokens);
    if (code == SQLITE_OK) code = api->xRowCount(context, &rows);
    if (code == SQLITE_OK) code = api->xColumnTotalSize(context, -1, &all_tokens);
    for (int instance = 0; code == SQLITE_OK && instance < instances; instance++) {
        int number, column, offset;
        code = api->xInst(context, instance, &number, &column, &offset);
        if (code != SQLITE_OK || number >= head->phrases) continue;
        struct wd_question_phrase phrase;
        memcpy(&phrase, plan->phrases + (size_t)number * sizeof phrase, sizeof phrase);
        if (phrase.word < 0 || phrase.word >= head->words) continue;
        double weight = 1;
        if (column < head->columns) memcpy(&weight, plan->columns + (size_t)column * sizeof weight, sizeof weight);
        frequencies[phrase.word] += phrase.weight * weight;
        // Instances come in the order of their places, so that the last place of each other word is the nearest before this one.
        for (int step = -1; step <= 1; step += 2) {
            int other = phrase.word + step;
            if (other < 0 || other >= head->words || column_of[other] != column) continue;
            int distance = offset - offset_of[other];
            if (distance < 1 || distance > WD_NEAR) continue;
            double closeness = 1 / ((double)distance * (step < 0 ? 1 : WD_OTHER_ORDER));
            int left = step < 0 ? other : phrase.word;
            if (closeness > near[left]) near[left] = closeness;
        }
        column_of[phrase.word] = column;
        offset_of[phrase.word] = offset;
    }
    if (code != SQLITE_OK) return code;
    double average = rows > 0 && all_tokens > 0 ? (double)all_tokens / (double)rows : 1;
    double length =
        head->saturation * (1 - head->length_normalization + head->length_normalization * (double)tokens / average);
    memset(parts, 0, sizeof *parts);
    double all = 0;
    int missing = 0, units = 0, found_units = 0;
    for (int word = 0; word < head->words; word++) {
        struct wd_question_word facts;
        memcpy(&facts, plan->words + (size_t)word * sizeof facts, sizeof facts);
        double frequency = frequencies[word];
        parts->words[word] = facts.weight * frequency * (head->saturation + 1) / (frequency + length);
        parts->total += parts->words[word];
        if (facts.is_unit) {
            units += 1;
            found_units += frequency > 0;
        }
        // A word that no article has is nobody's lack.
        if (!facts.is_known) continue;
        all += facts.weight;
        missing += frequency <= 0;
        if (word + 1 < head->words && near[word] > 0) {
            struct wd_question_word next;
            memcpy(&next, plan->words + (size_t)(word + 1) * sizeof next, sizeof next);
            parts->proximity += head->proximity * fmin(facts.weight, next.weight) * near[word];
        }
    }
    if (missing == 0 && head->words > 1) parts->complete = head->complete * all;
    parts->total += parts->proximity + parts->complete;
    // Pairs of characters are everywhere: of a run most must be there.
    if (units > 1 && found_units * 2 < units) parts->total *= head->few_units;
    return SQLITE_OK;
}

static void score(
    const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *answer, int count, sqlite3_value **arguments
) {
    struct plan plan;
    struct parts parts;
    int code = count == 1 ? read_plan(arguments[0], &plan) : SQLITE_MISUSE;
    if (code == SQLITE_OK) code = rate(api, context, &plan, &parts);
    if (code != SQLITE_OK) sqlite3_result_error_code(answer, code);
    else sqlite3_result_double(answer, parts.total);
}

static void explain(
    const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *answer, int count, sqlite3_value **arguments
) {
    struct plan plan;
    struct parts parts;
    int code = count == 1 ? read_plan(arguments[0], &plan) : SQLITE_MISUSE;
    if (code == SQLITE_OK) code = rate(api, context, &plan, &parts);
    if (code != SQLITE_OK) {
        sqlite3_result_error_code(answer, code);
        return;
    }
    double values[WD_QUESTION_WORDS + 3];
    int words = plan.head.words;
    memcpy(values, parts.words, (size_t)words * sizeof *values);
    values[words] = parts.proximity;
    values[words + 1] = parts.complete;
    values[words + 2] = parts.total;
    sqlite3_result_blob(answer, values, (int)((size_t)(words + 3) * sizeof *values), SQLITE_TRANSIENT);
}

int wd_register_question(fts5_api *api) {
    int code = api->xCreateFunction(api, "question_score", NULL, score, NULL);
    if (code == SQLITE_OK) code = api->xCreateFunction(api, "question_parts", NULL, explain, NULL);
    return code;
}
