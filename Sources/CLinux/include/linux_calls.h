#ifndef WIREDESK_LINUX_CALLS_H
#define WIREDESK_LINUX_CALLS_H

/// Linux calls that Swift cannot make by itself: variadic, macro-defined or without a wrapper in glibc.
/// Each returns -1 and sets errno on failure unless it says otherwise.

#include <sys/statfs.h>
#include <sys/xattr.h>
#include <dirent.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <sys/types.h>

/// What a file is and which file it is (statx(2)).
typedef struct {
    uint64_t device;
    uint64_t inode;
    int64_t size;
    int64_t modified_nanoseconds;
    int64_t changed_nanoseconds;
    uint32_t mode;
    uint32_t owner;
} wd_file_status;

/// statx(2) of `path` below `directory` without following a last link; an empty path means the descriptor itself.
int wd_status_at(int directory, const char *path, wd_file_status *status);

/// Stands for the working directory in place of a directory's descriptor (AT_FDCWD, a macro that Swift does not see).
enum { wd_working_directory = -100 };

/// Which file `path` below `directory` is, or with an empty path which one the descriptor is: as the kernel knows it, without asking a
/// file system that may not answer.
int wd_file_key(int directory, const char *path, uint64_t *device, uint64_t *inode);

/// openat2(2) that stays beneath `directory` and follows no link at all; falls back to O_NOFOLLOW on the last component
/// where the kernel or a system-call filter does not know openat2.
int wd_open_beneath(int directory, const char *path, int flags);

/// renameat2(2) of a name within `directory`, or into a folder below it, with RENAME_NOREPLACE: EEXIST where `target` is there, EINVAL
/// where the file system does not know the flag.
int wd_rename_without_replacing(int directory, const char *name, const char *target);

/// A memory file that can be sealed (memfd_create(2)), closed on exec.
int wd_memory_file(const char *name);

/// Seals a memory file for ever against writing, growing and shrinking.
int wd_seal(int descriptor);

/// A nameless file in `directory` (O_TMPFILE), readable and writable, closed on exec.
int wd_nameless_file(int directory);

/// syncfs(2): everything of the file system of `descriptor` is on the disk, or an error since the last call is told.
int wd_sync_file_system(int descriptor);

/// Sends `length` bytes with one descriptor beside them (SCM_RIGHTS); `passed` -1 sends none.
ssize_t wd_send_descriptor(int socket, const void *bytes, size_t length, int passed);

/// Receives up to `length` bytes and at most one descriptor, which is closed on exec; `*passed` is -1 where none came. What else is
/// passed is let go of by the kernel and never becomes a descriptor of this process. With a null `passed` that holds for all of them.
ssize_t wd_receive_descriptor(int socket, void *bytes, size_t length, int *passed);

/// The process at the other end of a unix socket (SO_PEERCRED).
int wd_peer(int socket, pid_t *process, uid_t *user, gid_t *group);

/// Whether the process at the other end of a unix socket is in `group`, by its primary or a supplementary group
/// (SO_PEERGROUPS): 1 yes, 0 no, -1 error.
int wd_peer_is_in_group(int socket, gid_t group);

/// accept4(2) with SOCK_CLOEXEC.
int wd_accept(int listener);

/// The next entry of a directory: 1 and the entry, 0 at the end, -1 on error.
int wd_next_entry(DIR *directory, const char **name, unsigned char *type);

/// Starts `program` with `socket` as descriptor 3, /dev/null as 0, 1 and 2 (what it would say to the journal could forge lines
/// there), no other descriptor, an empty environment and its own process group; all signals at their defaults. Returns the
/// process id.
pid_t wd_spawn_reader(const char *program, const char *const arguments[], int socket);

/// Starts `program` as a converter: descriptor 0 is `input`, 1 is `output`, 2 is /dev/null, 3 is `socket`, which closes when it ends;
/// everything else as in `wd_spawn_reader`. Returns the process id.
pid_t wd_spawn_converter(const char *program, const char *const arguments[], int input, int output, int socket);

/// Empties the ambient set of the calling thread, and of those that it makes from now on (capabilities(7)): a program that they start
/// has none of their capabilities, whatever they keep.
int wd_clear_ambient_capabilities(void);

/// How a confined process ends when it crashes at its limit of address space.
enum { WD_EXIT_MEMORY = 71 };

/// Limits the calling process for good: address space (0 for none), no files written, no core, few descriptors, no new privileges,
/// not traceable by its own user. A crash at the limit of address space ends it with WD_EXIT_MEMORY.
int wd_confine_self(uint64_t address_space_bytes, uint64_t open_files);

/// From now on the calling process may use `seconds` of CPU and of wall time; past either the kernel ends it (SIGXCPU, SIGALRM).
/// The parent-death signal would not do: it follows the thread that spawned us, and Dispatch ends idle threads.
int wd_limit_time_from_now(uint64_t seconds);

/// Ends the limit on wall time.
void wd_forget_time_limit(void);

/// The time of the monotonic clock in nanoseconds.
uint64_t wd_monotonic_nanoseconds(void);

/// Keeps the C library's allocator near what is used at the moment: no arena of memory for every thread, and fixed sizes from which
/// memory is mapped and given back. glibc raises them by itself up to 32 MiB (mallopt(3)), and long-lived pieces then hold the rest
/// in place.
void wd_bound_allocator(void);

/// Keeps up to 8 MiB of freed memory for the next file, for a process of one thread that reads one file after another: glibc would
/// give the end of the heap back after each, and have it cleared again for the next.
void wd_keep_freed_memory(void);

/// eventfd(2): a descriptor that becomes readable, for ever, once it is signalled; -1 on error.
int wd_event_descriptor(void);

/// Makes a descriptor of wd_event_descriptor readable.
void wd_signal_event(int descriptor);

/// The time of day in milliseconds since 1970.
int64_t wd_wall_milliseconds(void);

/// Reaps an ended child and tells how it ended: the process id, 0 where it still runs (with `no_wait`), -1 on error.
pid_t wd_reap(pid_t process, int no_wait, int *exit_status, int *signal_number);

/// The file-system type (statfs f_type) of a descriptor, or -1.
int64_t wd_file_system_type(int descriptor);

/// Puts the calling thread behind all others for processor and disk: SCHED_IDLE and the idle class of ioprio_set(2). Where that is
/// not allowed it goes on as it is.
void wd_work_idly(void);

/// Free bytes for ordinary users and free inodes of the file system of a descriptor.
int wd_free_space(int descriptor, uint64_t *free_bytes, uint64_t *free_inodes);

/// Whether another process holds a lock that forbids reading: 1 yes (flock exclusive or a write record lock), 0 no, -1 error.
int wd_is_locked(int descriptor);

/// fcntl F_SETLEASE: takes a read lease on a file that is opened read-only here, or gives it up. EAGAIN where some program has the
/// file open for writing; EACCES where it belongs to another user and CAP_LEASE is missing; EINVAL where its file system grants none.
int wd_take_read_lease(int descriptor);
int wd_give_up_lease(int descriptor);

/// fcntl F_GETLEASE: whether a read lease is held and nobody has asked for its end: 1 yes, 0 no, -1 error.
int wd_holds_read_lease(int descriptor);

/// fcntl F_OFD_SETLK of a write lock over the whole file: 0 taken, -1 with EAGAIN or EACCES where another holds it.
int wd_lock_exclusively(int descriptor);
// Gives such a lock up; 0, or -1 with errno.
int wd_unlock(int descriptor);

/// Makes fatal signals of this process (SEGV, BUS, ILL, FPE, ABRT, TRAP) note their number in the byte that the faulting thread
/// last passed to wd_watch_thread, then take the course that they had before. One that another process sent, such as the
/// watchdog's, is noted in `foreign` instead, which must stay mapped.
int wd_install_crash_notes(volatile uint8_t *foreign);

/// Names the byte in which a fatal signal on the calling thread is noted; NULL for none. The byte must stay mapped.
void wd_watch_thread(volatile uint8_t *note);

#endif
