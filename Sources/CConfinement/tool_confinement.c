#define _GNU_SOURCE
#include "tool_confinement.h"

#include "capabilities.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_X86_64
static const char *const loaders[] = {"/lib64/ld-linux-x86-64.so.2"};
#elif defined(__aarch64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_AARCH64
static const char *const loaders[] = {"/lib/ld-linux-aarch64.so.1"};
#else
#error "the system-call filter knows x86_64 and aarch64"
#endif

/* What a program reads that is linked to the system's libraries: the libraries, where the loader finds them, the tables of
   character codes, the time zone. No inbox, no state, no home, no /proc. */
static const char *const readable[] = {
    "/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib", "/etc/ld.so.cache", "/usr/share/poppler", "/usr/share/zoneinfo",
    "/etc/localtime",
};

static int allow(int ruleset, const char *path, uint64_t rights) {
    int place = open(path, O_PATH | O_CLOEXEC);
    /* A path that this system does not have needs no right. */
    if (place < 0) return errno == ENOENT ? 0 : -1;
    struct landlock_path_beneath_attr rule = {.allowed_access = rights, .parent_fd = place};
    int result = (int)syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    if (result != 0 && errno == EINVAL) {
        /* A file has no rights of a directory. */
        rule.allowed_access &= LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE;
        result = (int)syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    }
    int error = errno;
    close(place);
    errno = error;
    return result;
}

static int close_file_system_but_for(const char *program) {
    int abi = (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (abi < 1) {
        errno = ENOSYS;
        return -1;
    }
    struct landlock_ruleset_attr rules = {.handled_access_fs = (1ULL << 13) - 1};
    if (abi >= 2) rules.handled_access_fs |= LANDLOCK_ACCESS_FS_REFER;
    if (abi >= 3) rules.handled_access_fs |= 1ULL << 14; /* truncation, newer than the headers */
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof rules.handled_access_fs, 0);
    if (ruleset < 0) return -1;
    int result = allow(ruleset, program, LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE);
    for (size_t index = 0; !result && index < sizeof loaders / sizeof *loaders; index++) {
        result = allow(ruleset, loaders[index], LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE);
    }
    for (size_t index = 0; !result && index < sizeof readable / sizeof *readable; index++) {
        result = allow(ruleset, readable[index], LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR);
    }
    if (!result) result = (int)syscall(SYS_landlock_restrict_self, ruleset, 0);
    int error = errno;
    close(ruleset);
    errno = error;
    return result;
}

/* What the loader and a converter do: found by strace over PDF files, with what the C and C++ libraries may fall back to. */
static const int allowed[] = {
    SYS_execve, SYS_read, SYS_readv, SYS_write, SYS_writev, SYS_pread64, SYS_close, SYS_lseek, SYS_fstat, SYS_newfstatat, SYS_statx,
    SYS_openat, SYS_faccessat, SYS_readlinkat, SYS_getdents64, SYS_fcntl, SYS_ioctl, SYS_fadvise64,
    SYS_mmap, SYS_mprotect, SYS_munmap, SYS_mremap, SYS_madvise, SYS_brk,
    SYS_futex, SYS_nanosleep, SYS_clock_nanosleep, SYS_sched_yield, SYS_sched_getaffinity, SYS_clock_gettime, SYS_gettimeofday, SYS_getrandom, SYS_sysinfo, SYS_uname,
    SYS_getpid, SYS_gettid, SYS_getuid, SYS_geteuid, SYS_getgid, SYS_getegid, SYS_getrusage, SYS_prlimit64,
    SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_sigaltstack, SYS_restart_syscall, SYS_tgkill,
    SYS_set_tid_address, SYS_set_robust_list, SYS_rseq, SYS_exit, SYS_exit_group,
#if defined(__x86_64__)
    SYS_open, SYS_stat, SYS_lstat, SYS_access, SYS_readlink, SYS_arch_prctl, SYS_time, SYS_getrlimit,
#endif
};

/* What only an attacker would do: the process ends at once, so that it is seen. */
static const int deadly[] = {
    SYS_execveat, SYS_clone, SYS_clone3, SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_socket, SYS_connect, SYS_bind,
    SYS_listen, SYS_accept, SYS_accept4, SYS_socketpair, SYS_sendmsg, SYS_sendto, SYS_kill, SYS_pidfd_open, SYS_pidfd_send_signal, SYS_bpf,
    SYS_unshare, SYS_setns, SYS_mount, SYS_keyctl, SYS_userfaultfd, SYS_io_uring_setup, SYS_perf_event_open,
#if defined(__x86_64__)
    SYS_fork, SYS_vfork,
#endif
};

enum { allowed_count = sizeof allowed / sizeof *allowed, deadly_count = sizeof deadly / sizeof *deadly };

static int filter_system_calls(void) {
    static struct sock_filter program[8 + 2 * (allowed_count + deadly_count)];
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
    for (int index = 0; index < deadly_count; index++) {
        ADD(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)deadly[index], 0, 1));
        ADD(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS));
    }
    ADD(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
#undef ADD
    struct sock_fprog whole = {.len = length, .filter = program};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &whole);
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
    if (limit(RLIMIT_CPU, limits.seconds)) return -1;
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
