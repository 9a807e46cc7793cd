#include "system_call_filter.h"

#include <errno.h>

scmp_filter_ctx wd_begin_filter(const int *allowed, size_t allowed_count, const int *deadly, size_t deadly_count) {
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (!filter) return NULL;
    int failed = seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
    for (size_t index = 0; !failed && index < allowed_count; index++) {
        failed = seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[index], 0);
    }
    for (size_t index = 0; !failed && index < deadly_count; index++) {
        failed = seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, deadly[index], 0);
    }
    if (!failed) return filter;
    seccomp_release(filter);
    return NULL;
}

int wd_load_filter(scmp_filter_ctx filter, int failed) {
    if (!failed) failed = seccomp_load(filter);
    seccomp_release(filter);
    return failed ? -1 : 0;
}
