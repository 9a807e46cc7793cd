#ifndef WIREDESK_SYSTEM_CALL_FILTER_H
#define WIREDESK_SYSTEM_CALL_FILTER_H

#include <seccomp.h>
#include <stddef.h>

/* The beginning of a filter of system calls: those of `allowed` are made, those of `deadly` and whatever comes by another architecture's
   numbers end the process (SIGSYS), every other fails with EPERM. NULL where it cannot be made. */
scmp_filter_ctx wd_begin_filter(const int *allowed, size_t allowed_count, const int *deadly, size_t deadly_count);

/* Puts a filter in force for the calling process, for good, and releases it; 0 or -1. `failed` is what adding to it gave: not 0 where
   anything failed, and then it is released alone. */
int wd_load_filter(scmp_filter_ctx filter, int failed);

#endif
