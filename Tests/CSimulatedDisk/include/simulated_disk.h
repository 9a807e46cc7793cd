#ifndef WIREDESK_SIMULATED_DISK_H
#define WIREDESK_SIMULATED_DISK_H

#include <stdint.h>

/// A file system for SQLite (sqlite3_vfs) on the real one that knows what of each file was synced, fails when it is told to, and gives
/// the files as they are after a crash. For the files of one folder; all others go by untouched.
///
/// One simulation a process; calls come from one thread at a time.

/// What SQLite is about to do to a file.
enum sim_operation { sim_write = 0, sim_truncate = 1, sim_sync = 2 };

/// Asked before each change and each sync; 0 lets it happen, an SQLite result code fails it.
typedef int (*sim_question)(int operation);

/// Puts it in the place of SQLite's default file system, for files whose paths begin with `folder`. Returns an SQLite result code.
int sim_install(const char *folder, sim_question question);

/// Forgets all files; call when no connection is open. What stands on the disk counts as synced when it is opened next.
void sim_forget(void);

/// Changes and syncs so far.
uint64_t sim_change_count(void);

/// Remembers the files as a crash at this moment leaves them: what was synced, and of each later change one half by the bits of `lots`
/// (0 for none, all bits for all).
void sim_crash(uint64_t lots);

/// Writes the files that `sim_crash` remembered in the place of those that stand; call when no connection is open. Returns 0, or an
/// error number.
int sim_restore(void);

#endif
