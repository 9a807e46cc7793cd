#define _GNU_SOURCE
#include "attack.h"

#include <signal.h>
#include <stddef.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int wd_fork(void) {
    pid_t child = fork();
    if (child == 0) _exit(0);
    return child;
}

int wd_execute(const char *program) {
    char *const arguments[] = {(char *)program, NULL};
    return execv(program, arguments);
}

int wd_trace_parent(void) {
    return (int)ptrace(PTRACE_ATTACH, getppid(), NULL, NULL);
}

int wd_signal_parent(void) {
    return (int)syscall(SYS_tgkill, getppid(), getppid(), SIGTERM);
}

int wd_limit_parent(void) {
    struct rlimit none = {0, 0};
    return prlimit(getppid(), RLIMIT_NOFILE, &none, NULL);
}
