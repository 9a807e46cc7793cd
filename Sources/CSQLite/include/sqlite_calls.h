#ifndef WIREDESK_SQLITE_CALLS_H
#define WIREDESK_SQLITE_CALLS_H

#include <sqlite3.h>

/// SQLite calls that Swift cannot make by itself, being variadic.

/// Keeps a connection from copying its write-ahead log into the database when it is closed (SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE).
/// Returns an SQLite result code.
int wd_leave_log_at_close(sqlite3 *database);

#endif
