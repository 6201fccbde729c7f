/* A disk that fails: the Nth write or sync of a database's files fails, once or from then on. Loaded with LD_PRELOAD. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long left = 0, calls = 0, failed = 0;
static int for_ever = 0, reason = EIO;

/* Fail the nth call from now on (0: none), with this errno, once or for ever. */
void disk_fail(long nth, int error, int stays) { left = nth; reason = error; for_ever = stays; calls = failed = 0; }
long disk_calls(void) { return calls; }
long disk_failed(void) { return failed; }

static int is_ours(int descriptor) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return strstr(path, "quotes.db") != NULL && strstr(path, "-shm") == NULL && strstr(path, ".trial") == NULL;
}

static int fails(int descriptor) {
    if (!is_ours(descriptor)) return 0;
    calls++;
    if (left == 0) return 0;
    if (--left > 0) return 0;
    if (for_ever) left = 1;
    failed++;
    errno = reason;
    return 1;
}

#define REAL(name) ((typeof(&name)) dlsym(RTLD_NEXT, #name))
ssize_t pwrite64(int d, const void *b, size_t n, off64_t o) { return fails(d) ? -1 : REAL(pwrite64)(d, b, n, o); }
ssize_t pwrite(int d, const void *b, size_t n, off_t o) { return fails(d) ? -1 : REAL(pwrite)(d, b, n, o); }
ssize_t write(int d, const void *b, size_t n) { return fails(d) ? -1 : REAL(write)(d, b, n); }
int fsync(int d) { return fails(d) ? -1 : REAL(fsync)(d); }
int fdatasync(int d) { return fails(d) ? -1 : REAL(fdatasync)(d); }
int ftruncate64(int d, off64_t l) { return fails(d) ? -1 : REAL(ftruncate64)(d, l); }
int ftruncate(int d, off_t l) { return fails(d) ? -1 : REAL(ftruncate)(d, l); }
