/* What both programs need. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define BATCH 64
#define NANOS 1000000000LL

/* One echo request in a log: which host, the how many-th to it, and nanoseconds (-1: none). */
struct record {
    uint32_t host; /* network order */
    uint32_t number;
    int64_t nanos;
};

static inline int64_t read_clock(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec * NANOS + time.tv_nsec;
}

static inline int64_t nanos_of(const struct timespec *time) { return time->tv_sec * NANOS + time->tv_nsec; }

_Noreturn static inline void fail(const char *what) {
    fprintf(stderr, "error: %s: %s\n", what, strerror(errno));
    exit(1);
}

/* Sleeps without a look at any descriptor. */
static inline void sleep_for(int64_t nanos) {
    struct timespec time = {nanos / NANOS, nanos % NANOS};
    ppoll(NULL, 0, &time, NULL);
}

static inline void write_records(const char *path, const struct record *records, size_t count) {
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(records, sizeof *records, count, file) != count || fclose(file) != 0) {
        fail(path);
    }
}
