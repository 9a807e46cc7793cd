#define _GNU_SOURCE
#include "confinement.h"

#include "closed_file_system.h"
#include "system_call_filter.h"

#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

/* What a reader does: memory, its socket and its one file, clocks, threads of the runtime, signals to itself, its end. Found by
   strace over all sample files, and by the tests. Calls that this architecture does not have add nothing. */
static const int allowed[] = {
    SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(pread64), SCMP_SYS(close), SCMP_SYS(lseek),
    SCMP_SYS(fstat),
    SCMP_SYS(recvmsg), SCMP_SYS(sendmsg), SCMP_SYS(recvfrom), SCMP_SYS(sendto), SCMP_SYS(ppoll), SCMP_SYS(poll),
    SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk),
    SCMP_SYS(futex), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(nanosleep), SCMP_SYS(clock_nanosleep),
    SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(time),
    SCMP_SYS(getrandom), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getrusage), SCMP_SYS(setitimer), SCMP_SYS(alarm), SCMP_SYS(pause),
    SCMP_SYS(setrlimit), SCMP_SYS(getrlimit), SCMP_SYS(arch_prctl),
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack), SCMP_SYS(restart_syscall),
    SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(exit), SCMP_SYS(exit_group),
};

/* What only an attacker would do: the process ends at once, so that it is seen. */
static const int deadly[] = {
    SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(clone), SCMP_SYS(clone3), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(socket), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen),
    SCMP_SYS(accept), SCMP_SYS(accept4), SCMP_SYS(socketpair), SCMP_SYS(kill), SCMP_SYS(pidfd_open), SCMP_SYS(pidfd_send_signal),
    SCMP_SYS(bpf), SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(mount), SCMP_SYS(keyctl), SCMP_SYS(userfaultfd),
    SCMP_SYS(io_uring_setup), SCMP_SYS(perf_event_open),
};

/* Adds the calls that are allowed with one argument as it must be: memory that is not to be executed, limits and signals of this process
   alone. */
static int allow_with_care(scmp_filter_ctx filter) {
    const struct scmp_arg_cmp not_executable = SCMP_A2_32(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
    const struct scmp_arg_cmp own_as_zero = SCMP_A0_32(SCMP_CMP_EQ, 0), own = SCMP_A0_32(SCMP_CMP_EQ, (uint32_t)getpid());
    return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, &not_executable)
        || seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, &not_executable)
        || seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, &own_as_zero)
        || seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, &own);
}

static int filter_system_calls(void) {
    scmp_filter_ctx filter = wd_begin_filter(allowed, sizeof allowed / sizeof *allowed, deadly, sizeof deadly / sizeof *deadly);
    return filter ? wd_load_filter(filter, allow_with_care(filter)) : -1;
}

int wd_lock_in(void) {
#ifdef WD_SANITIZED
    /* A sanitizer reads /proc, maps memory of its own and starts threads; such a build is for tests alone. */
    return WD_WITHOUT_LANDLOCK | WD_WITHOUT_FILTER;
#else
    int missing = 0;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return WD_WITHOUT_LANDLOCK | WD_WITHOUT_FILTER;
    if (wd_close_file_system(NULL, 0) != 0) missing |= WD_WITHOUT_LANDLOCK;
    if (filter_system_calls() != 0) missing |= WD_WITHOUT_FILTER;
    return missing;
#endif
}
