/*
 * A worn disk or an SD card: every flush to disk takes CHALKBOX_FSYNC_MS (5) milliseconds longer, and fails with an
 * input/output error while there is a file named CHALKBOX_FSYNC_FAILS.
 * Preloaded (LD_PRELOAD) it stands before libc's own functions; slow-disk.ts builds it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>
#include <time.h>

static void wait_for_disk(void) {
  const char *wanted = getenv("CHALKBOX_FSYNC_MS");
  double ms = wanted && *wanted ? atof(wanted) : 5.0;
  struct timespec left = {(time_t)(ms / 1000), (long)(ms * 1e6) % 1000000000L};
  int before = errno;
  while (nanosleep(&left, &left) == -1 && errno == EINTR) {
  }
  errno = before;
}

static int is_broken(void) {
  const char *sign = getenv("CHALKBOX_FSYNC_FAILS");
  int before = errno;
  int broken = sign && *sign && access(sign, F_OK) == 0;
  errno = broken ? EIO : before;
  return broken;
}

#define SLOW(name, parameters, arguments)                        \
  int name parameters {                                          \
    static int(*real) parameters;                                \
    if (!real) real = (int(*) parameters)dlsym(RTLD_NEXT, #name); \
    wait_for_disk();                                             \
    if (is_broken()) return -1;                                  \
    return real arguments;                                       \
  }

SLOW(fsync, (int fd), (fd))
SLOW(fdatasync, (int fd), (fd))
SLOW(msync, (void *from, size_t length, int flags), (from, length, flags))
SLOW(sync_file_range, (int fd, off_t from, off_t length, unsigned int flags), (fd, from, length, flags))
