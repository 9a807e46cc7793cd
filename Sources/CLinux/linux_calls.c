#define _GNU_SOURCE
#include "linux_calls.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <malloc.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int64_t nanoseconds(struct statx_timestamp time) {
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

int wd_status_at(int directory, const char *path, wd_file_status *status) {
    struct statx found;
    int flags = AT_SYMLINK_NOFOLLOW | AT_STATX_SYNC_AS_STAT | AT_NO_AUTOMOUNT;
    if (path[0] == 0) flags |= AT_EMPTY_PATH;
    if (statx(directory, path, flags, STATX_BASIC_STATS, &found) != 0) return -1;
    status->device = makedev(found.stx_dev_major, found.stx_dev_minor);
    status->inode = found.stx_ino;
    status->size = (int64_t)found.stx_size;
    status->modified_nanoseconds = nanoseconds(found.stx_mtime);
    status->changed_nanoseconds = nanoseconds(found.stx_ctime);
    status->mode = found.stx_mode;
    status->owner = found.stx_uid;
    return 0;
}

_Static_assert(wd_working_directory == AT_FDCWD, "AT_FDCWD");

int wd_file_key(int directory, const char *path, uint64_t *device, uint64_t *inode) {
    struct statx found;
    int flags = AT_SYMLINK_NOFOLLOW | AT_STATX_DONT_SYNC | AT_NO_AUTOMOUNT;
    if (path[0] == 0) flags |= AT_EMPTY_PATH;
    if (statx(directory, path, flags, STATX_INO, &found) != 0) return -1;
    *device = makedev(found.stx_dev_major, found.stx_dev_minor);
    *inode = found.stx_ino;
    return 0;
}

int wd_open_beneath(int directory, const char *path, int flags) {
    struct open_how how = {0};
    how.flags = (uint64_t)(flags | O_CLOEXEC);
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    int descriptor = (int)syscall(SYS_openat2, directory, path, &how, sizeof how);
    if (descriptor >= 0 || (errno != ENOSYS && errno != EPERM)) return descriptor;
    return openat(directory, path, flags | O_CLOEXEC | O_NOFOLLOW);
}

int wd_rename_without_replacing(int directory, const char *name, const char *target) {
    return renameat2(directory, name, directory, target, RENAME_NOREPLACE);
}

int wd_memory_file(const char *name) {
    return memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING);
}

int wd_seal(int descriptor) {
    return fcntl(descriptor, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE);
}

int wd_nameless_file(int directory) {
    return openat(directory, ".", O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);
}

int wd_sync_file_system(int descriptor) {
    return syncfs(descriptor);
}

ssize_t wd_send_descriptor(int socket, const void *bytes, size_t length, int passed) {
    struct iovec part = {.iov_base = (void *)bytes, .iov_len = length};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    union {
        char buffer[CMSG_SPACE(sizeof(int))];
        struct cmsghdr align;
    } control;
    if (passed >= 0) {
        memset(&control, 0, sizeof control);
        message.msg_control = control.buffer;
        message.msg_controllen = sizeof control.buffer;
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int));
        memcpy(CMSG_DATA(header), &passed, sizeof(int));
    }
    ssize_t sent;
    do {
        sent = sendmsg(socket, &message, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent;
}

ssize_t wd_receive_descriptor(int socket, void *bytes, size_t length, int *passed) {
    struct iovec part = {.iov_base = bytes, .iov_len = length};
    union {
        char buffer[CMSG_SPACE(sizeof(int))];
        struct cmsghdr align;
    } control;
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    if (passed) {
        message.msg_control = control.buffer;
        /* CMSG_SPACE has padding with room for a second one, which would have to be closed: and to close it may do harm (LockedFiles). */
        message.msg_controllen = CMSG_LEN(sizeof(int));
        *passed = -1;
    }
    ssize_t received;
    do {
        received = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    } while (received < 0 && errno == EINTR);
    if (received < 0 || !passed) return received;
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    if (header && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS &&
        header->cmsg_len == CMSG_LEN(sizeof(int)))
        memcpy(passed, CMSG_DATA(header), sizeof(int));
    return received;
}

int wd_peer(int socket, pid_t *process, uid_t *user, gid_t *group) {
    struct ucred peer;
    socklen_t length = sizeof peer;
    if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &length) != 0) return -1;
    *process = peer.pid;
    *user = peer.uid;
    *group = peer.gid;
    return 0;
}

int wd_peer_is_in_group(int socket, gid_t group) {
    struct ucred peer;
    socklen_t length = sizeof peer;
    if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &length) != 0) return -1;
    if (peer.gid == group) return 1;
    gid_t groups[1024];
    length = sizeof groups;
    if (getsockopt(socket, SOL_SOCKET, SO_PEERGROUPS, groups, &length) != 0) return -1;
    for (socklen_t index = 0; index < length / sizeof *groups; index++) {
        if (groups[index] == group) return 1;
    }
    return 0;
}

int wd_accept(int listener) {
    return accept4(listener, NULL, NULL, SOCK_CLOEXEC);
}

int wd_next_entry(DIR *directory, const char **name, unsigned char *type) {
    errno = 0;
    struct dirent *entry = readdir(directory);
    if (!entry) return errno ? -1 : 0;
    *name = entry->d_name;
    *type = entry->d_type;
    return 1;
}

/* Starts a program with the given descriptors as 0, 1 and 3; /dev/null where there is none. */
static pid_t spawn(const char *program, const char *const arguments[], int input, int output, int socket) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    char *const environment[] = {NULL};
    pid_t process = -1;
    int error = posix_spawn_file_actions_init(&actions);
    if (error) {
        errno = error;
        return -1;
    }
    error = posix_spawnattr_init(&attributes);
    if (error) {
        posix_spawn_file_actions_destroy(&actions);
        errno = error;
        return -1;
    }
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(
        &attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    /* The socket first: its number may be one of those that are given away. */
    error = posix_spawn_file_actions_adddup2(&actions, socket, 3);
    if (!error) {
        error = input < 0 ? posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
                          : posix_spawn_file_actions_adddup2(&actions, input, 0);
    }
    if (!error) {
        error = output < 0 ? posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
                           : posix_spawn_file_actions_adddup2(&actions, output, 1);
    }
    if (!error) error = posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    if (!error) error = posix_spawn_file_actions_addclosefrom_np(&actions, 4);
    if (!error) error = posix_spawn(&process, program, &actions, &attributes, (char *const *)arguments, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (error) {
        errno = error;
        return -1;
    }
    return process;
}

pid_t wd_spawn_reader(const char *program, const char *const arguments[], int socket) {
    return spawn(program, arguments, -1, -1, socket);
}

/* The descriptor itself, or a copy of it behind those that are given away: one of them would be overwritten before it is handed on. */
static int behind_given(int descriptor) { return descriptor > 3 ? descriptor : fcntl(descriptor, F_DUPFD_CLOEXEC, 4); }

pid_t wd_spawn_converter(const char *program, const char *const arguments[], int input, int output, int socket) {
    int first = behind_given(input), second = behind_given(output);
    pid_t process = first < 0 || second < 0 ? -1 : spawn(program, arguments, first, second, socket);
    int error = errno;
    if (first >= 0 && first != input) close(first);
    if (second >= 0 && second != output) close(second);
    errno = error;
    return process;
}

static int limit(int resource, uint64_t value) {
    struct rlimit both = {.rlim_cur = value, .rlim_max = value};
    return setrlimit(resource, &both);
}

/* Whether the limit of address space is what a fatal signal is about: a small mapping is refused too. */
static void note_memory(int number, siginfo_t *info, void *context) {
    (void)info;
    (void)context;
    void *probe = mmap(NULL, 32 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (probe == MAP_FAILED && errno == ENOMEM) _exit(WD_EXIT_MEMORY);
    signal(number, SIG_DFL);
    raise(number);
}

static int install_memory_notes(void) {
    static char stack[64 << 10];
    stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
    if (sigaltstack(&alternate, NULL) != 0) return -1;
    static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGABRT, SIGTRAP};
    struct sigaction action = {.sa_sigaction = note_memory, .sa_flags = SA_SIGINFO | SA_NODEFER | SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    for (size_t index = 0; index < sizeof fatal / sizeof *fatal; index++) {
        if (sigaction(fatal[index], &action, NULL) != 0) return -1;
    }
    return 0;
}

int wd_clear_ambient_capabilities(void) {
    return prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
}

int wd_confine_self(uint64_t address_space_bytes, uint64_t open_files) {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
    if (prctl(PR_SET_DUMPABLE, 0) != 0) return -1;
    if (limit(RLIMIT_CORE, 0) || limit(RLIMIT_FSIZE, 0) || limit(RLIMIT_NOFILE, open_files)) return -1;
#ifdef WD_SANITIZED
    /* Sanitizers keep terabytes of address space for their shadow memory. */
    (void)address_space_bytes;
#else
    if (address_space_bytes && (install_memory_notes() || limit(RLIMIT_AS, address_space_bytes))) return -1;
#endif
    return 0;
}

int wd_limit_time_from_now(uint64_t seconds) {
    struct rusage usage;
    struct rlimit current;
    if (getrusage(RUSAGE_SELF, &usage) != 0 || getrlimit(RLIMIT_CPU, &current) != 0) return -1;
    current.rlim_cur = (rlim_t)usage.ru_utime.tv_sec + (rlim_t)usage.ru_stime.tv_sec + 1 + seconds;
    if (setrlimit(RLIMIT_CPU, &current) != 0) return -1;
    alarm(seconds > 86400 ? 86400 : (unsigned)seconds);
    return 0;
}

void wd_forget_time_limit(void) {
    alarm(0);
}

uint64_t wd_monotonic_nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

void wd_bound_allocator(void) {
    /* Each thread of Dispatch's pool would get an arena of its own, and keep what it once needed. */
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_MMAP_THRESHOLD, 256 << 10);
    mallopt(M_TRIM_THRESHOLD, 1 << 20);
}

void wd_keep_freed_memory(void) {
    mallopt(M_TRIM_THRESHOLD, 8 << 20);
    mallopt(M_TOP_PAD, 1 << 20);
    mallopt(M_MMAP_THRESHOLD, 4 << 20);
}

int wd_event_descriptor(void) {
    return eventfd(0, EFD_CLOEXEC);
}

void wd_signal_event(int descriptor) {
    eventfd_write(descriptor, 1);
}

int64_t wd_wall_milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

pid_t wd_reap(pid_t process, int no_wait, int *exit_status, int *signal_number) {
    int status = 0;
    pid_t reaped;
    do {
        reaped = waitpid(process, &status, no_wait ? WNOHANG : 0);
    } while (reaped < 0 && errno == EINTR);
    if (reaped <= 0) return reaped;
    *exit_status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    *signal_number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    return reaped;
}

int64_t wd_file_system_type(int descriptor) {
    struct statfs found;
    if (fstatfs(descriptor, &found) != 0) return -1;
    return (int64_t)(uint32_t)found.f_type;
}

int wd_free_space(int descriptor, uint64_t *free_bytes, uint64_t *free_inodes) {
    struct statvfs found;
    if (fstatvfs(descriptor, &found) != 0) return -1;
    *free_bytes = (uint64_t)found.f_bavail * found.f_frsize;
    /* File systems without an inode table report none at all; that is not a full one. */
    *free_inodes = found.f_files == 0 ? UINT64_MAX : found.f_favail;
    return 0;
}

int wd_is_locked(int descriptor) {
    struct flock record = {.l_type = F_RDLCK, .l_whence = SEEK_SET};
    if (fcntl(descriptor, F_OFD_GETLK, &record) == 0 && record.l_type != F_UNLCK) return 1;
    if (flock(descriptor, LOCK_SH | LOCK_NB) != 0) return errno == EWOULDBLOCK ? 1 : 0;
    flock(descriptor, LOCK_UN);
    return 0;
}

int wd_take_read_lease(int descriptor) { return fcntl(descriptor, F_SETLEASE, F_RDLCK); }

int wd_give_up_lease(int descriptor) { return fcntl(descriptor, F_SETLEASE, F_UNLCK); }

int wd_holds_read_lease(int descriptor) {
    int lease = fcntl(descriptor, F_GETLEASE);
    return lease < 0 ? -1 : lease == F_RDLCK;
}

int wd_lock_exclusively(int descriptor) {
    struct flock record = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    return fcntl(descriptor, F_OFD_SETLK, &record);
}

int wd_unlock(int descriptor) {
    struct flock record = {.l_type = F_UNLCK, .l_whence = SEEK_SET};
    return fcntl(descriptor, F_OFD_SETLK, &record);
}

static __thread volatile uint8_t *watched_note;
static volatile uint8_t *foreign_note;

static const int fatal_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP};
enum { fatal_signal_count = sizeof fatal_signals / sizeof *fatal_signals };
static struct sigaction earlier_actions[fatal_signal_count];

static void note_crash(int number, siginfo_t *info, void *context) {
    (void)context;
    /* A signal that another process sent says nothing about the file at hand (si_code <= 0, sigaction(2)); abort() is the
       exception: it signals itself. */
    int is_fault = info->si_code > 0;
    int is_own = is_fault || info->si_pid == getpid();
    if (is_own && watched_note) *watched_note = (uint8_t)number;
    if (!is_own && foreign_note) *foreign_note = (uint8_t)number;
    /* The earlier handler (Swift's backtracer, or none) gets it next: a fault by happening again, another by being raised. */
    for (int index = 0; index < fatal_signal_count; index++) {
        if (fatal_signals[index] == number) sigaction(number, &earlier_actions[index], NULL);
    }
    if (!is_fault) raise(number);
}

int wd_install_crash_notes(volatile uint8_t *foreign) {
    foreign_note = foreign;
    struct sigaction action = {.sa_sigaction = note_crash, .sa_flags = SA_SIGINFO | SA_NODEFER | SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    for (int index = 0; index < fatal_signal_count; index++) {
        if (sigaction(fatal_signals[index], &action, &earlier_actions[index]) != 0) return -1;
    }
    return 0;
}

void wd_watch_thread(volatile uint8_t *note) {
    watched_note = note;
}

void wd_work_idly(void) {
    struct sched_param parameters = {0};
    sched_setscheduler(0, SCHED_IDLE, &parameters);
    /* IOPRIO_WHO_PROCESS, 0 for the calling thread; class 3 is idle. */
    syscall(SYS_ioprio_set, 1, 0, 3 << 13);
}
