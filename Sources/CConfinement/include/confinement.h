#ifndef WIREDESK_CONFINEMENT_H
#define WIREDESK_CONFINEMENT_H

/// What keeps a reader process in: no file system, no network, no other program, no other process.

/// The parts of the confinement that this kernel did not grant.
enum {
    /// No landlock(7): the file system is closed by the system-call filter alone.
    WD_WITHOUT_LANDLOCK = 1,
    /// No seccomp(2) filter.
    WD_WITHOUT_FILTER = 2,
};

/// Locks the calling process in for good, after everything that it needs is open and loaded:
/// landlock with no rule, so that no path can be opened, and a seccomp allow-list of system calls. A call that would start a
/// process or a program, open a socket, or touch another process ends the caller (SIGSYS); any other that is not on the list
/// fails with EPERM.
///
/// Needs PR_SET_NO_NEW_PRIVS (set by it). Returns the parts that are missing, 0 when all hold.
int wd_lock_in(void);

#endif
