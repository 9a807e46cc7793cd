#define _GNU_SOURCE
#include "closed_file_system.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

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

/* A ruleset in which each right that the kernel knows is handled and none is granted (landlock(7), "Kernel interface"). */
static int closed_ruleset(void) {
    int abi = (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (abi < 1) {
        errno = ENOSYS;
        return -1;
    }
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
    return (int)syscall(SYS_landlock_create_ruleset, &rules, size, 0);
}

static int allow(int ruleset, const struct wd_open_path *open_path) {
    int place = open(open_path->path, O_PATH | O_CLOEXEC);
    if (place < 0) return errno == ENOENT ? 0 : -1;
    struct landlock_path_beneath_attr rule = {.allowed_access = open_path->rights, .parent_fd = place};
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

int wd_close_file_system(const struct wd_open_path *open, size_t count) {
    int ruleset = closed_ruleset();
    if (ruleset < 0) return -1;
    int result = 0;
    for (size_t index = 0; !result && index < count; index++) result = allow(ruleset, &open[index]);
    if (!result) result = (int)syscall(SYS_landlock_restrict_self, ruleset, 0);
    int error = errno;
    close(ruleset);
    errno = error;
    return result;
}
