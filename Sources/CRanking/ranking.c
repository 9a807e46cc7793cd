#include "ranking.h"

#include <math.h>
#include <string.h>

/// What one query needs for every row; made with its first row.
struct query_facts {
    double average_tokens;
    int phrases;
    /// Inverse document frequencies, then room for the weighted frequencies of one row.
    double values[];
};

struct phrase_count {
    sqlite3_int64 most;
    sqlite3_int64 rows;
    sqlite3_int64 last_row;
};

static int count_row(const Fts5ExtensionApi *api, Fts5Context *context, void *state) {
    struct phrase_count *count = state;
    count->rows += 1;
    count->last_row = api->xRowid(context);
    return count->rows < count->most ? SQLITE_OK : SQLITE_DONE;
}

static int make_facts(const Fts5ExtensionApi *api, Fts5Context *context, struct query_facts **result) {
    int phrases = api->xPhraseCount(context);
    size_t size = sizeof(struct query_facts) + 2 * (size_t)phrases * sizeof(double);
    struct query_facts *facts = sqlite3_malloc64(size);
    if (!facts) return SQLITE_NOMEM;
    memset(facts, 0, size);
    facts->phrases = phrases;
    sqlite3_int64 rows = 0, tokens = 0;
    int code = api->xRowCount(context, &rows);
    if (code == SQLITE_OK) code = api->xColumnTotalSize(context, -1, &tokens);
    if (rows < 1) rows = 1;
    facts->average_tokens = tokens > 0 ? (double)tokens / (double)rows : 1;
    for (int phrase = 0; code == SQLITE_OK && phrase < phrases; phrase++) {
        sqlite3_int64 most = api->xPhraseSize(context, phrase) > 1 ? WD_COUNTED_PHRASE_ROWS : WD_COUNTED_ROWS;
        struct phrase_count count = {most, 0, 0};
        code = api->xQueryPhrase(context, phrase, &count, count_row);
        double found = (double)count.rows;
        // Row numbers are given in order and hardly any is missing.
        if (count.rows >= most && count.last_row > 0)
            found *= fmax(1, (double)rows / (double)count.last_row);
        if (found > (double)rows) found = (double)rows;
        facts->values[phrase] = log(1 + ((double)rows - found + 0.5) / (found + 0.5));
    }
    if (code == SQLITE_OK) code = api->xSetAuxdata(context, facts, sqlite3_free);
    else sqlite3_free(facts);
    *result = facts;
    return code;
}

static void bounded_bm25(
    const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *answer, int argument_count,
    sqlite3_value **arguments
) {
    const double k1 = 1.2, b = 0.75;
    struct query_facts *facts = api->xGetAuxdata(context, 0);
    int code = SQLITE_OK, instances = 0, tokens = 0;
    if (!facts) code = make_facts(api, context, &facts);
    if (code == SQLITE_OK) code = api->xInstCount(context, &instances);
    if (code == SQLITE_OK) code = api->xColumnSize(context, -1, &tokens);
    if (code != SQLITE_OK) {
        sqlite3_result_error_code(answer, code);
        return;
    }
    double *frequencies = facts->values + facts->phrases;
    memset(frequencies, 0, (size_t)facts->phrases * sizeof(double));
    for (int instance = 0; instance < instances; instance++) {
        int phrase, column, offset;
        code = api->xInst(context, instance, &phrase, &column, &offset);
        if (code != SQLITE_OK) {
            sqlite3_result_error_code(answer, code);
            return;
        }
        frequencies[phrase] += column < argument_count ? sqlite3_value_double(arguments[column]) : 1;
    }
    double length = k1 * (1 - b + b * (double)tokens / facts->average_tokens), score = 0;
    for (int phrase = 0; phrase < facts->phrases; phrase++)
        score += facts->values[phrase] * frequencies[phrase] * (k1 + 1) / (frequencies[phrase] + length);
    sqlite3_result_double(answer, score);
}

int wd_register_question(fts5_api *api);

int wd_register_ranking(sqlite3 *database) {
    fts5_api *api = NULL;
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, NULL);
    if (code != SQLITE_OK) return code;
    code = sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", NULL);
    if (code == SQLITE_OK) sqlite3_step(statement);
    int end = sqlite3_finalize(statement);
    if (code == SQLITE_OK) code = end;
    if (code != SQLITE_OK) return code;
    if (!api || api->iVersion < 2) return SQLITE_MISUSE;
    code = api->xCreateFunction(api, "bounded_bm25", NULL, bounded_bm25, NULL);
    return code == SQLITE_OK ? wd_register_question(api) : code;
}
