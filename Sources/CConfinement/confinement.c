#define _GNU_SOURCE
#include "confinement.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "the system-call filter knows x86_64 and aarch64"
#endif

/* Rights that came with later kernels than the headers at hand; bits of include/uapi/linux/landlock.h. */
#define FS_TRUNCATE (1ULL << 14)
#define FS_IOCTL_DEV (1ULL << 15)
#define NET_BIND_TCP (1ULL << 0)
#define NET_CONNECT_TCP (1ULL << 1)
#define SCOPE_ABSTRACT_UNIX_SOCKET (1ULL << 0)
#define SCOPE_SIGNAL (1ULL << 1)

struct ruleset {
    uint64_t files;
    uint64_t network;
    uint64_t scoped;
};

static int close_file_system(void) {
    int abi = (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (abi < 1) return -1;
    /* Each right that the kernel knows is handled and none is granted (landlock(7), "Kernel interface"). */
    struct ruleset rules = {.files = (1ULL << 13) - 1};
    size_t size = sizeof rules.files;
    if (abi >= 2) rules.files |= LANDLOCK_ACCESS_FS_REFER;
    if (abi >= 3) rules.files |= FS_TRUNCATE;
    if (abi >= 4) {
        rules.network = NET_BIND_TCP | NET_CONNECT_TCP;
        size = offsetof(struct ruleset, scoped);
    }
    if (abi >= 5) rules.files |= FS_IOCTL_DEV;
    if (abi >= 6) {
        rules.scoped = SCOPE_ABSTRACT_UNIX_SOCKET | SCOPE_SIGNAL;
        size = sizeof rules;
    }
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules, size, 0);
    if (ruleset < 0) return -1;
    int result = (int)syscall(SYS_landlock_restrict_self, ruleset, 0);
    close(ruleset);
    return result;
}

/* What a reader does: memory, its socket and its one file, clocks, threads of the runtime, signals to itself, its end. Found by
   strace over all sample files, and by the tests. */
static const int allowed[] = {
    SYS_read, SYS_readv, SYS_write, SYS_writev, SYS_pread64, SYS_close, SYS_lseek, SYS_fstat,
    SYS_recvmsg, SYS_sendmsg, SYS_recvfrom, SYS_sendto, SYS_ppoll,
    SYS_munmap, SYS_mremap, SYS_madvise, SYS_brk,
    SYS_futex, SYS_sched_yield, SYS_sched_getaffinity, SYS_nanosleep, SYS_clock_nanosleep, SYS_clock_gettime, SYS_gettimeofday,
    SYS_getrandom, SYS_getpid, SYS_gettid, SYS_getrusage, SYS_setitimer,
    SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_sigaltstack, SYS_restart_syscall,
    SYS_set_robust_list, SYS_rseq, SYS_exit, SYS_exit_group,
#if defined(__x86_64__)
    SYS_poll, SYS_alarm, SYS_pause, SYS_time, SYS_setrlimit, SYS_getrlimit, SYS_arch_prctl,
#endif
};

/* What only an attacker would do: the process ends at once, so that it is seen. */
static const int deadly[] = {
    SYS_execve, SYS_execveat, SYS_clone, SYS_clone3, SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_socket,
    SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4, SYS_socketpair, SYS_kill, SYS_pidfd_open, SYS_pidfd_send_signal,
    SYS_bpf, SYS_unshare, SYS_setns, SYS_mount, SYS_keyctl, SYS_userfaultfd, SYS_io_uring_setup, SYS_perf_event_open,
#if defined(__x86_64__)
    SYS_fork, SYS_vfork,
#endif
};

/* Allowed with one argument as it must be: memory that is not to be executed, limits and signals of this process alone. */
enum check { NO_EXECUTION, OWN_PROCESS_AS_ZERO, OWN_PROCESS };
static const struct {
    int call;
    int argument;
    enum check check;
} conditional[] = {
    {SYS_mmap, 2, NO_EXECUTION},
    {SYS_mprotect, 2, NO_EXECUTION},
    {SYS_prlimit64, 0, OWN_PROCESS_AS_ZERO},
    {SYS_tgkill, 0, OWN_PROCESS},
};

enum { conditional_count = sizeof conditional / sizeof *conditional };
enum { allowed_count = sizeof allowed / sizeof *allowed, deadly_count = sizeof deadly / sizeof *deadly };

static int filter_system_calls(void) {
    /* Architecture, number; then a comparison and a verdict for each listed call; then EPERM. */
    static struct sock_filter program[8 + 2 * (allowed_count + deadly_count) + 5 * conditional_count];
    unsigned short length = 0;
#define ADD(...) program[length++] = (struct sock_filter)__VA_ARGS__
    ADD(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)));
    ADD(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE_ARCHITECTURE, 1, 0));
    ADD(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS));
    ADD(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)));
#if defined(__x86_64__)
    /* The x32 numbers of the same calls begin at bit 30. */
    ADD(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, 0x40000000, 0, 1));
    ADD(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS));
#endif
    for (int index = 0; index < allowed_count; index++) {
        ADD(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)allowed[index], 0, 1));
        ADD(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    }
    for (int index = 0; index < conditional_count; index++) {
        /* The low half of the argument (little-endian) is all that these calls look at. */
        uint32_t place = (uint32_t)(offsetof(struct seccomp_data, args) + 8 * (size_t)conditional[index].argument);
        ADD(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)conditional[index].call, 0, 4));
        ADD(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, place));
        switch (conditional[index].check) {
        case NO_EXECUTION: ADD(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 1, 0)); break;
        case OWN_PROCESS_AS_ZERO: ADD(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 1)); break;
        case OWN_PROCESS: ADD(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)getpid(), 0, 1)); break;
        }
        ADD(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
        ADD(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
    }
    for (int index = 0; index < deadly_count; index++) {
        ADD(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)deadly[index], 0, 1));
        ADD(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS));
    }
    ADD(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
#undef ADD
    struct sock_fprog whole = {.len = length, .filter = program};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &whole);
}

int wd_lock_in(void) {
#ifdef WD_SANITIZED
    /* A sanitizer reads /proc, maps memory of its own and starts threads; such a build is for tests alone. */
    return WD_WITHOUT_LANDLOCK | WD_WITHOUT_FILTER;
#else
    int missing = 0;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return WD_WITHOUT_LANDLOCK | WD_WITHOUT_FILTER;
    if (close_file_system() != 0) missing |= WD_WITHOUT_LANDLOCK;
    if (filter_system_calls() != 0) missing |= WD_WITHOUT_FILTER;
    return missing;
#endif
}
