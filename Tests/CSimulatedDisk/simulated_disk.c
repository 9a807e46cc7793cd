#include "simulated_disk.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/// A change that no sync has covered.
struct change {
    struct change *next;
    sqlite3_int64 offset;
    /// -1 for a truncation to `offset`.
    int length;
    unsigned char bytes[];
};

/// A file by its path, with its content as of the last sync.
struct disk_file {
    struct disk_file *next;
    char *path;
    unsigned char *synced;
    sqlite3_int64 synced_size;
    struct change *first;
    struct change **last;
    /// As a crash left it.
    unsigned char *left;
    sqlite3_int64 left_size;
};

/// What SQLite holds of an open file: ours, and behind it the real one's.
struct open_file {
    sqlite3_file base;
    struct disk_file *disk;
    sqlite3_file *real;
};

static sqlite3_vfs *real_vfs;
static sqlite3_vfs simulated_vfs;
static char *folder_prefix;
static sim_question ask;
static struct disk_file *files;
static uint64_t change_count;

static struct open_file *opened(sqlite3_file *file) { return (struct open_file *)file; }

// MARK: Content

static void put(unsigned char **bytes, sqlite3_int64 *size, const struct change *change) {
    if (change->length < 0) {
        if (change->offset < *size) *size = change->offset;
        return;
    }
    sqlite3_int64 end = change->offset + change->length;
    if (end > *size) {
        *bytes = realloc(*bytes, (size_t)end);
        memset(*bytes + *size, 0, (size_t)(end - *size));
        *size = end;
    }
    memcpy(*bytes + change->offset, change->bytes, (size_t)change->length);
}

static void forget_changes(struct disk_file *disk) {
    struct change *change = disk->first;
    while (change) {
        struct change *next = change->next;
        free(change);
        change = next;
    }
    disk->first = NULL;
    disk->last = &disk->first;
}

static void note(struct disk_file *disk, sqlite3_int64 offset, const void *bytes, int length) {
    struct change *change = malloc(sizeof *change + (length > 0 ? (size_t)length : 0));
    change->next = NULL;
    change->offset = offset;
    change->length = length;
    if (length > 0) memcpy(change->bytes, bytes, (size_t)length);
    *disk->last = change;
    disk->last = &change->next;
    change_count++;
}

static struct disk_file *find(const char *path) {
    for (struct disk_file *disk = files; disk; disk = disk->next)
        if (strcmp(disk->path, path) == 0) return disk;
    struct disk_file *disk = calloc(1, sizeof *disk);
    disk->path = strdup(path);
    disk->last = &disk->first;
    disk->next = files;
    files = disk;
    return disk;
}

static void read_synced(struct disk_file *disk, sqlite3_file *real) {
    sqlite3_int64 size = 0;
    if (disk->synced || real->pMethods->xFileSize(real, &size) != SQLITE_OK) return;
    disk->synced = malloc((size_t)size + 1);
    disk->synced_size = size;
    if (size > 0 && real->pMethods->xRead(real, disk->synced, (int)size, 0) != SQLITE_OK) disk->synced_size = 0;
}

// MARK: Calls on files

static int close_file(sqlite3_file *file) {
    struct open_file *own = opened(file);
    return own->real->pMethods->xClose(own->real);
}
static int read_file(sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset) {
    sqlite3_file *real = opened(file)->real;
    return real->pMethods->xRead(real, bytes, length, offset);
}
static int write_file(sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset) {
    struct open_file *own = opened(file);
    int code = ask(sim_write);
    if (code != SQLITE_OK) return code;
    code = own->real->pMethods->xWrite(own->real, bytes, length, offset);
    if (code == SQLITE_OK) note(own->disk, offset, bytes, length);
    return code;
}
static int truncate_file(sqlite3_file *file, sqlite3_int64 size) {
    struct open_file *own = opened(file);
    int code = ask(sim_truncate);
    if (code != SQLITE_OK) return code;
    code = own->real->pMethods->xTruncate(own->real, size);
    if (code == SQLITE_OK) note(own->disk, size, NULL, -1);
    return code;
}
static int sync_file(sqlite3_file *file, int flags) {
    (void)flags;
    struct open_file *own = opened(file);
    int code = ask(sim_sync);
    if (code != SQLITE_OK) return code;
    for (struct change *change = own->disk->first; change; change = change->next)
        put(&own->disk->synced, &own->disk->synced_size, change);
    forget_changes(own->disk);
    change_count++;
    return SQLITE_OK;
}
static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
    sqlite3_file *real = opened(file)->real;
    return real->pMethods->xFileSize(real, size);
}
static int lock(sqlite3_file *file, int level) {
    sqlite3_file *real = opened(file)->real;
    return real->pMethods->xLock(real, level);
}
static int unlock(sqlite3_file *file, int level) {
    sqlite3_file *real = opened(file)->real;
    return real->pMethods->xUnlock(real, level);
}
static int check_reserved_lock(sqlite3_file *file, int *result) {
    sqlite3_file *real = opened(file)->real;
    return real->pMethods->xCheckReservedLock(real, result);
}
static int file_control(sqlite3_file *file, int operation, void *argument) {
    sqlite3_file *real = opened(file)->real;
    // What makes files grow behind our back is left out.
    if (operation == SQLITE_FCNTL_SIZE_HINT || operation == SQLITE_FCNTL_CHUNK_SIZE) return SQLITE_OK;
    return real->pMethods->xFileControl(real, operation, argument);
}
static int sector_size(sqlite3_file *file) {
    sqlite3_file *real = opened(file)->real;
    return real->pMethods->xSectorSize(real);
}
static int characteristics(sqlite3_file *file) {
    sqlite3_file *real = opened(file)->real;
    return real->pMethods->xDeviceCharacteristics(real);
}
static int map_memory(sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
    sqlite3_file *real = opened(file)->real;
    return real->pMethods->xShmMap(real, page, size, extend, memory);
}
static int lock_memory(sqlite3_file *file, int offset, int count, int flags) {
    sqlite3_file *real = opened(file)->real;
    return real->pMethods->xShmLock(real, offset, count, flags);
}
static void barrier(sqlite3_file *file) {
    sqlite3_file *real = opened(file)->real;
    real->pMethods->xShmBarrier(real);
}
static int unmap_memory(sqlite3_file *file, int deletes) {
    sqlite3_file *real = opened(file)->real;
    return real->pMethods->xShmUnmap(real, deletes);
}

/// Version 2: with shared memory, without mapped pages.
static const sqlite3_io_methods methods = {
    2,          close_file,          read_file,    write_file,  truncate_file,   sync_file,  file_size,   lock,    unlock,
    check_reserved_lock, file_control, sector_size, characteristics, map_memory, lock_memory, barrier, unmap_memory,
    NULL,       NULL};

static int open_file(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *got) {
    (void)vfs;
    if (!name || strncmp(name, folder_prefix, strlen(folder_prefix)) != 0)
        return real_vfs->xOpen(real_vfs, name, file, flags, got);
    struct open_file *own = opened(file);
    own->base.pMethods = NULL;
    own->real = (sqlite3_file *)(own + 1);
    int code = real_vfs->xOpen(real_vfs, name, own->real, flags, got);
    if (code != SQLITE_OK) return code;
    own->disk = find(name);
    read_synced(own->disk, own->real);
    own->base.pMethods = &methods;
    return SQLITE_OK;
}

// MARK: What a simulation calls

int sim_install(const char *folder, sim_question question) {
    folder_prefix = strdup(folder);
    ask = question;
    real_vfs = sqlite3_vfs_find(NULL);
    simulated_vfs = *real_vfs;
    simulated_vfs.zName = "simulated";
    simulated_vfs.pNext = NULL;
    simulated_vfs.szOsFile = (int)sizeof(struct open_file) + real_vfs->szOsFile;
    simulated_vfs.xOpen = open_file;
    return sqlite3_vfs_register(&simulated_vfs, 1);
}

void sim_forget(void) {
    while (files) {
        struct disk_file *next = files->next;
        forget_changes(files);
        free(files->synced);
        free(files->left);
        free(files->path);
        free(files);
        files = next;
    }
}

uint64_t sim_change_count(void) { return change_count; }

void sim_crash(uint64_t lots) {
    for (struct disk_file *disk = files; disk; disk = disk->next) {
        free(disk->left);
        disk->left_size = disk->synced_size;
        disk->left = malloc((size_t)disk->synced_size + 1);
        if (disk->synced_size > 0) memcpy(disk->left, disk->synced, (size_t)disk->synced_size);
        unsigned bit = 0;
        for (struct change *change = disk->first; change; change = change->next)
            if (lots >> (bit++ % 64) & 1) put(&disk->left, &disk->left_size, change);
    }
}

int sim_restore(void) {
    for (struct disk_file *disk = files; disk; disk = disk->next) {
        if (!disk->left) continue;
        unlink(disk->path);
        int descriptor = open(disk->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640);
        if (descriptor < 0) return errno;
        sqlite3_int64 done = 0;
        while (done < disk->left_size) {
            ssize_t count = write(descriptor, disk->left + done, (size_t)(disk->left_size - done));
            if (count <= 0) {
                int code = errno;
                close(descriptor);
                return code;
            }
            done += count;
        }
        close(descriptor);
    }
    return 0;
}
