#ifndef WIREDESK_CLOSED_FILE_SYSTEM_H
#define WIREDESK_CLOSED_FILE_SYSTEM_H

#include <stddef.h>
#include <stdint.h>

/* A path below which a confined process may do something (rights of landlock(7)). */
struct wd_open_path {
    const char *path;
    uint64_t rights;
};

/* Closes the file system, and where the kernel knows how also TCP and the sockets and signals of others, for the calling process and
   whatever it becomes, but for some paths; one that this system does not have needs no right. -1 with errno, ENOSYS for a kernel without
   landlock. */
int wd_close_file_system(const struct wd_open_path *open, size_t count);

#endif
