#ifndef WIREDESK_TOOL_CONFINEMENT_H
#define WIREDESK_TOOL_CONFINEMENT_H

#include <stdint.h>

/// What a tool of the system may use.
struct wd_tool_limits {
    /// Bytes of address space; 0 for no limit.
    uint64_t address_space;
    /// Seconds of wall time, after which the kernel ends it (SIGALRM).
    uint64_t seconds;
    /// Seconds of a processor, after which the kernel ends it (SIGXCPU).
    uint64_t processor_seconds;
    /// Bytes that it may write.
    uint64_t output;
};

/// Turns the calling process into a tool of the system that is given a file as descriptor 0 and writes descriptor 1, and locks it in first:
/// it gives up every capability; landlock lets it read the system's libraries and data and run nothing but itself; seccomp ends it when
/// it would start a process, open a socket or touch another process, and lets every call fail that a program of that kind does not need.
///
/// `arguments` ends with NULL; its first is the program's name. Returns only on failure, -1 with errno: ENOSYS where the kernel has no landlock
/// or no seccomp filters, since a tool is never run without.
int wd_become_confined_tool(const char *program, char *const arguments[], struct wd_tool_limits limits);

#endif
