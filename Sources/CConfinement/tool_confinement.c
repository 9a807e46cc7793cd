#define _GNU_SOURCE
#include "tool_confinement.h"

#include "capabilities.h"
#include "closed_file_system.h"
#include "system_call_filter.h"

#include <errno.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined(__x86_64__)
#define LOADER "/lib64/ld-linux-x86-64.so.2"
#elif defined(__aarch64__)
#define LOADER "/lib/ld-linux-aarch64.so.1"
#else
#error "the place of the loader is known on x86_64 and aarch64"
#endif

#define RUN (LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE)
#define READ (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)

static int close_file_system_but_for(const char *program) {
    /* What a program reads that is linked to the system's libraries: the libraries, where the loader finds them, the tables of character
       codes, the time zone. No inbox, no state, no home, no /proc. */
    const struct wd_open_path open[] = {
        {program, RUN}, {LOADER, RUN}, {"/usr/lib", READ}, {"/usr/lib64", READ}, {"/lib", READ}, {"/lib64", READ},
        {"/usr/local/lib", READ}, {"/etc/ld.so.cache", READ}, {"/usr/share/poppler", READ}, {"/usr/share/zoneinfo", READ},
        {"/etc/localtime", READ},
    };
    return wd_close_file_system(open, sizeof open / sizeof *open);
}

/* What the loader and a converter do: found by strace over PDF files, with what the C and C++ libraries may fall back to. Calls that this
   architecture does not have add nothing. */
static const int allowed[] = {
    SCMP_SYS(execve), SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(pread64), SCMP_SYS(close),
    SCMP_SYS(lseek), SCMP_SYS(fstat), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(newfstatat), SCMP_SYS(statx),
    SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(readlink), SCMP_SYS(readlinkat),
    SCMP_SYS(getdents64), SCMP_SYS(fcntl), SCMP_SYS(ioctl), SCMP_SYS(fadvise64),
    SCMP_SYS(mmap), SCMP_SYS(mprotect), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk),
    SCMP_SYS(futex), SCMP_SYS(nanosleep), SCMP_SYS(clock_nanosleep), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity),
    SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(getrandom), SCMP_SYS(sysinfo), SCMP_SYS(uname),
    SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(getrusage),
    SCMP_SYS(getrlimit), SCMP_SYS(prlimit64), SCMP_SYS(arch_prctl),
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack), SCMP_SYS(restart_syscall),
    SCMP_SYS(tgkill), SCMP_SYS(set_tid_address), SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(exit), SCMP_SYS(exit_group),
};

/* What only an attacker would do: the process ends at once, so that it is seen. */
static const int deadly[] = {
    SCMP_SYS(execveat), SCMP_SYS(clone), SCMP_SYS(clone3), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(socket), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen),
    SCMP_SYS(accept), SCMP_SYS(accept4), SCMP_SYS(socketpair), SCMP_SYS(sendmsg), SCMP_SYS(sendto), SCMP_SYS(kill),
    SCMP_SYS(pidfd_open), SCMP_SYS(pidfd_send_signal), SCMP_SYS(bpf), SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(mount),
    SCMP_SYS(keyctl), SCMP_SYS(userfaultfd), SCMP_SYS(io_uring_setup), SCMP_SYS(perf_event_open),
};

static int filter_system_calls(void) {
    scmp_filter_ctx filter = wd_begin_filter(allowed, sizeof allowed / sizeof *allowed, deadly, sizeof deadly / sizeof *deadly);
    return filter ? wd_load_filter(filter, 0) : -1;
}

static int limit(int resource, uint64_t value) {
    struct rlimit both = {.rlim_cur = value, .rlim_max = value};
    return setrlimit(resource, &both);
}

int wd_become_confined_tool(const char *program, char *const arguments[], struct wd_tool_limits limits) {
    static char *const environment[] = {NULL};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || wd_give_up_capabilities() != 0) return -1;
    /* The reader reads the same descriptor; where it stands is shared. */
    if (lseek(0, 0, SEEK_SET) < 0) return -1;
    if (limit(RLIMIT_CORE, 0) || limit(RLIMIT_NOFILE, 64) || limit(RLIMIT_FSIZE, limits.output)) return -1;
    /* The kernel looks at the hard limit first, whose SIGKILL does not tell what it is for. */
    const struct rlimit processor = {.rlim_cur = limits.processor_seconds, .rlim_max = limits.processor_seconds + 1};
    if (setrlimit(RLIMIT_CPU, &processor)) return -1;
    if (access(program, X_OK) != 0) return -1;
    if (close_file_system_but_for(program) != 0) return -1;
    if (limits.address_space && limit(RLIMIT_AS, limits.address_space)) return -1;
    alarm(limits.seconds > 86400 ? 86400 : (unsigned)limits.seconds);
    if (filter_system_calls() != 0) {
        errno = ENOSYS;
        return -1;
    }
    return execve(program, arguments, environment);
}
