/* Loaded before a program (ours, or PostgreSQL): the disk of $FAULT_FOLDER is full, or does not
 * sync, while the file $FAULT_STATE says "full" or "sync". All writes fail then, as on file systems
 * that copy what they change. Nothing needs to be mounted, so that anybody may run it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static ssize_t (*real_read)(int, void*, size_t);
static ssize_t (*real_write)(int, const void*, size_t);
static ssize_t (*real_pwrite)(int, const void*, size_t, off_t);
static ssize_t (*real_pwritev)(int, const struct iovec*, int, off_t);
static int (*real_fallocate)(int, off_t, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);

__attribute__((constructor)) static void find(void)
{
    real_read = dlsym(RTLD_NEXT, "read");
    real_write = dlsym(RTLD_NEXT, "write");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_pwritev = dlsym(RTLD_NEXT, "pwritev64");
    real_fallocate = dlsym(RTLD_NEXT, "posix_fallocate64");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
}

static int says(const char* word)
{
    char text[8] = "";
    const int file = open(getenv("FAULT_STATE"), O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    const ssize_t size = real_read(file, text, sizeof text - 1);
    close(file);
    return size > 0 && strncmp(text, word, strlen(word)) == 0;
}

static int is_struck(int file, const char* word)
{
    char name[32];
    char path[4096];
    const char* folder = getenv("FAULT_FOLDER");
    snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    const ssize_t length = readlink(name, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = '\0';
    return strncmp(path, folder, strlen(folder)) == 0 && says(word);
}

static int fails(int file, const char* word, int why)
{
    if (!is_struck(file, word)) return 0;
    errno = why;
    return 1;
}

ssize_t write(int file, const void* bytes, size_t count)
{
    return fails(file, "full", ENOSPC) ? -1 : real_write(file, bytes, count);
}

ssize_t pwrite64(int file, const void* bytes, size_t count, off_t at)
{
    return fails(file, "full", ENOSPC) ? -1 : real_pwrite(file, bytes, count, at);
}

ssize_t pwrite(int file, const void* bytes, size_t count, off_t at)
{
    return pwrite64(file, bytes, count, at);
}

ssize_t pwritev(int file, const struct iovec* parts, int count, off_t at)
{
    return fails(file, "full", ENOSPC) ? -1 : real_pwritev(file, parts, count, at);
}

int posix_fallocate(int file, off_t at, off_t count)
{
    return is_struck(file, "full") ? ENOSPC : real_fallocate(file, at, count);
}

int fsync(int file) { return fails(file, "sync", EIO) ? -1 : real_fsync(file); }

int fdatasync(int file) { return fails(file, "sync", EIO) ? -1 : real_fdatasync(file); }
