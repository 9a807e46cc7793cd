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
    if (head->words < 1 || head->words > WD_QUESTION_WORDS || head->phrases < 0 || head->columns < 0 ||
        head->kept < 0 || head->kept > WD_QUESTION_ROWS)
        return SQLITE_MISMATCH;
    size_t columns = (size_t)head->columns * sizeof(double), words = (size_t)head->words * sizeof(struct wd_question_word);
    if (size != sizeof plan->head + columns + words + (size_t)head->phrases * sizeof(struct wd_question_phrase)) return SQLITE_MISMATCH;
    plan->columns = bytes + sizeof plan->head;
    plan->words = plan->columns + columns;
    plan->phrases = plan->words + words;
    return SQLITE_OK;
}

/// What one query needs for every row; made with its first row.
struct progress {
    /// Tokens of a row, on average. FTS5 would read the sum again for each row.
    double average_tokens;
    int count;
    /// The best scores so far, the least of them first: a heap.
    double best[];
};

static int make_progress(
    const Fts5ExtensionApi *api, Fts5Context *context, const struct plan *plan, struct progress **result
) {
    struct progress *progress =
        sqlite3_malloc64(sizeof *progress + (size_t)plan->head.kept * sizeof progress->best[0]);
    *result = progress;
    if (!progress) return SQLITE_NOMEM;
    sqlite3_int64 rows = 0, tokens = 0;
    int code = api->xRowCount(context, &rows);
    if (code == SQLITE_OK) code = api->xColumnTotalSize(context, -1, &tokens);
    progress->average_tokens = rows > 0 && tokens > 0 ? (double)tokens / (double)rows : 1;
    progress->count = 0;
    // Sets it free where it fails.
    if (code == SQLITE_OK) return api->xSetAuxdata(context, progress, sqlite3_free);
    sqlite3_free(progress);
    return code;
}

/// Takes a score among the best ones, where it is one.
static void keep(struct progress *progress, int kept, double score) {
    double *best = progress->best;
    if (kept == 0 || (progress->count == kept && score <= best[0])) return;
    int place;
    if (progress->count < kept) {
        place = progress->count++;
        for (; place > 0 && best[(place - 1) / 2] > score; place = (place - 1) / 2) best[place] = best[(place - 1) / 2];
    } else {
        place = 0;
        for (int child = 1; child < kept; child = 2 * place + 1) {
            if (child + 1 < kept && best[child + 1] < best[child]) child += 1;
            if (best[child] >= score) break;
            best[place] = best[child];
            place = child;
        }
    }
    best[place] = score;
}

/// Where the words of the question stand in one row.
struct occurrences {
    /// Of each word, weighted.
    double frequencies[WD_QUESTION_WORDS];
    /// How close each word and the next one of the question stand, 0 to 1.
    double near[WD_QUESTION_WORDS];
    /// The fewest tokens that the row has, by the last place in each column.
    int tokens;
};

static int find(
    const Fts5ExtensionApi *api, Fts5Context *context, const struct plan *plan, struct occurrences *found
) {
    const struct wd_question_head *head = &plan->head;
    int column_of[WD_QUESTION_WORDS], offset_of[WD_QUESTION_WORDS];
    memset(found, 0, sizeof *found);
    for (int word = 0; word < head->words; word++) column_of[word] = -1;
    int instances = 0, last_column = -1, tokens_of_column = 0;
    int code = api->xInstCount(context, &instances);
    for (int instance = 0; code == SQLITE_OK && instance < instances; instance++) {
        int number, column, offset;
        code = api->xInst(context, instance, &number, &column, &offset);
        if (code != SQLITE_OK) break;
        // Instances come in the order of their places.
        if (column != last_column) {
            found->tokens += tokens_of_column;
            last_column = column;
        }
        tokens_of_column = offset + 1;
        if (number >= head->phrases) continue;
        struct wd_question_phrase phrase;
        memcpy(&phrase, plan->phrases + (size_t)number * sizeof phrase, sizeof phrase);
        if (phrase.word < 0 || phrase.word >= head->words) continue;
        double weight = 1;
        if (column < head->columns) memcpy(&weight, plan->columns + (size_t)column * sizeof weight, sizeof weight);
        found->frequencies[phrase.word] += phrase.weight * weight;
        // The last place of each other word is the nearest before this one.
        for (int step = -1; step <= 1; step += 2) {
            int other = phrase.word + step;
            if (other < 0 || other >= head->words || column_of[other] != column) continue;
            int distance = offset - offset_of[other];
            if (distance < 1 || distance > WD_NEAR) continue;
            double closeness = 1 / ((double)distance * (step < 0 ? 1 : WD_OTHER_ORDER));
            int left = step < 0 ? other : phrase.word;
            if (closeness > found->near[left]) found->near[left] = closeness;
        }
        column_of[phrase.word] = column;
        offset_of[phrase.word] = offset;
    }
    found->tokens += tokens_of_column;
    return code;
}

/// The parts of one row's score: of each word, of words side by side, and of all words together.
struct parts {
    double words[WD_QUESTION_WORDS];
    double proximity, complete, total;
};

static void rate(
    const struct plan *plan, const struct occurrences *found, double tokens, double average, struct parts *parts
) {
    const struct wd_question_head *head = &plan->head;
    double length =
        head->saturation * (1 - head->length_normalization + head->length_normalization * tokens / average);
    memset(parts, 0, sizeof *parts);
    double all = 0;
    int missing = 0, units = 0, found_units = 0;
    for (int word = 0; word < head->words; word++) {
        struct wd_question_word facts;
        memcpy(&facts, plan->words + (size_t)word * sizeof facts, sizeof facts);
        double frequency = found->frequencies[word];
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
        if (word + 1 < head->words && found->near[word] > 0) {
            struct wd_question_word next;
            memcpy(&next, plan->words + (size_t)(word + 1) * sizeof next, sizeof next);
            parts->proximity += head->proximity * fmin(facts.weight, next.weight) * found->near[word];
        }
    }
    if (missing == 0 && head->words > 1) parts->complete = head->complete * all;
    parts->total += parts->proximity + parts->complete;
    // Pairs of characters are everywhere: of a run most must be there.
    if (units > 1 && found_units * 2 < units) parts->total *= head->few_units;
}

static void question_parts(
    const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *answer, int count, sqlite3_value **arguments
) {
    struct plan plan;
    struct parts parts;
    struct occurrences found;
    struct progress *progress = api->xGetAuxdata(context, 0);
    int tokens = 0;
    int code = count == 1 ? read_plan(arguments[0], &plan) : SQLITE_MISUSE;
    if (code == SQLITE_OK && !progress) code = make_progress(api, context, &plan, &progress);
    if (code == SQLITE_OK) code = find(api, context, &plan, &found);
    if (code == SQLITE_OK && plan.head.kept > 0 && progress->count == plan.head.kept) {
        rate(&plan, &found, found.tokens, progress->average_tokens, &parts);
        if (parts.total * plan.head.most_boost < progress->best[0]) {
            sqlite3_result_blob(answer, "", 0, SQLITE_STATIC);
            return;
        }
    }
    if (code == SQLITE_OK) code = api->xColumnSize(context, -1, &tokens);
    if (code != SQLITE_OK) {
        sqlite3_result_error_code(answer, code);
        return;
    }
    rate(&plan, &found, tokens, progress->average_tokens, &parts);
    keep(progress, plan.head.kept, parts.total);
    double values[WD_QUESTION_WORDS + 3];
    int words = plan.head.words;
    memcpy(values, parts.words, (size_t)words * sizeof *values);
    values[words] = parts.proximity;
    values[words + 1] = parts.complete;
    values[words + 2] = parts.total;
    sqlite3_result_blob(answer, values, (int)((size_t)(words + 3) * sizeof *values), SQLITE_TRANSIENT);
}

int wd_register_question(fts5_api *api) {
    return api->xCreateFunction(api, "question_parts", NULL, question_parts, NULL);
}
