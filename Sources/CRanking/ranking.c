#include "ranking.h"

#include <stddef.h>

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
    return wd_register_question(api);
}
