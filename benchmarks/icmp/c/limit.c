/* The least that a pinger with the kernel's stamps at both ends can cost: one socket, one thread, batches of 64, results
 * in an array. No names, no errors, no bursts, IPv4 only.
 *
 *     limit HOSTS ROUNDS WARM-UP RATE TICK-US [RECORDS]
 *
 * Pings each host of the file once a round. RATE is in pings a second; 0 is as fast as possible, with 512 under way. The
 * first WARM-UP rounds are in the records, but not in what it prints. */
#include "common.h"
#include <linux/errqueue.h>
#include <linux/net_tstamp.h>

#define WINDOW 512
#define SLOTS_OF_WINDOW (2 * WINDOW)
#define SLOTS_OF_RATE (1 << 17)
#define PAYLOAD 56
#define MESSAGE (8 + PAYLOAD)
#define ROOM 256
#define TIMEOUT NANOS
#define COOKIE_AT 8
#define TOKEN_AT 16

struct slot {
    uint64_t token;
    int64_t sent_at; /* monotonic */
    int64_t stamp;   /* realtime, by the kernel; 0 before it was read */
    int64_t reply;
    bool over;
};

struct queue {
    struct mmsghdr messages[BATCH];
    struct iovec vectors[BATCH];
    struct sockaddr_in names[BATCH];
    uint8_t data[BATCH][ROOM];
    uint8_t controls[BATCH][ROOM];
};

/* No more of them than needed, so that they stay in the cache. */
static struct slot slots[SLOTS_OF_RATE];
static uint64_t slot_mask;

static struct queue out, in, errors;
static struct in_addr *hosts;
static struct record *records;
static uint64_t host_count, total, counted_from, next_token, oldest;
static uint64_t under_way, replies, lost, unstamped;
static uint64_t cookie;
static int fd;

static void read_hosts(const char *path) {
    char line[128];
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        fail(path);
    }
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, " \n")] = 0;
        hosts = realloc(hosts, (host_count + 1) * sizeof *hosts);
        if (hosts == NULL || inet_pton(AF_INET, line, &hosts[host_count++]) != 1) {
            fail(line);
        }
    }
    fclose(file);
}

static void open_socket(void) {
    int stamps = SOF_TIMESTAMPING_TX_SOFTWARE | SOF_TIMESTAMPING_RX_SOFTWARE | SOF_TIMESTAMPING_SOFTWARE;
    int room = 4 << 20;
    fd = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, IPPROTO_ICMP);
    if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_TIMESTAMPING, &stamps, sizeof stamps)) {
        fail("socket");
    }
    if (setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &room, sizeof room)) {
        setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
    }
    if (setsockopt(fd, SOL_SOCKET, SO_SNDBUFFORCE, &room, sizeof room)) {
        setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
    }
}

static void reset(struct queue *queue, int count) {
    for (int i = 0; i < count; i++) {
        queue->vectors[i] = (struct iovec) {queue->data[i], ROOM};
        queue->messages[i].msg_hdr = (struct msghdr) {.msg_name = &queue->names[i],
                                                      .msg_namelen = sizeof queue->names[i],
                                                      .msg_iov = &queue->vectors[i],
                                                      .msg_iovlen = 1,
                                                      .msg_control = queue->controls[i],
                                                      .msg_controllen = ROOM};
    }
}

static void prepare_out(void) {
    for (int i = 0; i < BATCH; i++) {
        out.vectors[i] = (struct iovec) {out.data[i], MESSAGE};
        out.names[i].sin_family = AF_INET;
        out.messages[i].msg_hdr = (struct msghdr) {.msg_name = &out.names[i],
                                                   .msg_namelen = sizeof out.names[i],
                                                   .msg_iov = &out.vectors[i],
                                                   .msg_iovlen = 1};
        out.data[i][0] = 8;
        memcpy(out.data[i] + COOKIE_AT, &cookie, sizeof cookie);
    }
}

static void send_batch(int count) {
    int64_t now = read_clock(CLOCK_MONOTONIC);
    for (int i = 0; i < count; i++) {
        uint64_t token = next_token + (uint64_t) i;
        uint16_t sequence = htons((uint16_t) token);
        slots[token & slot_mask] = (struct slot) {.token = token, .sent_at = now};
        out.names[i].sin_addr = hosts[token % host_count];
        memcpy(out.data[i] + 6, &sequence, sizeof sequence);
        memcpy(out.data[i] + TOKEN_AT, &token, sizeof token);
    }
    int sent = sendmmsg(fd, out.messages, (unsigned) count, MSG_DONTWAIT);
    if (sent < 0 && errno != EAGAIN && errno != ENOBUFS) {
        fail("sendmmsg");
    }
    if (sent > 0) {
        next_token += (uint64_t) sent;
        under_way += (uint64_t) sent;
    }
}

static int64_t stamp_of(struct msghdr *message) {
    for (struct cmsghdr *control = CMSG_FIRSTHDR(message); control != NULL; control = CMSG_NXTHDR(message, control)) {
        if (control->cmsg_level == SOL_SOCKET && control->cmsg_type == SCM_TIMESTAMPING) {
            struct timespec time;
            memcpy(&time, CMSG_DATA(control), sizeof time);
            return nanos_of(&time);
        }
    }
    return 0;
}

/* The slot of a message of ours, or NULL. */
static struct slot *slot_of(const uint8_t *message) {
    uint64_t token;
    if (memcmp(message + COOKIE_AT, &cookie, sizeof cookie) != 0) {
        return NULL;
    }
    memcpy(&token, message + TOKEN_AT, sizeof token);
    struct slot *slot = &slots[token & slot_mask];
    return slot->token == token && token < next_token ? slot : NULL;
}

static void end(struct slot *slot, int64_t nanos) {
    bool counted = slot->token >= counted_from;
    slot->over = true;
    under_way--;
    replies += counted && nanos >= 0;
    lost += counted && nanos < 0;
    if (records != NULL) {
        records[slot->token] = (struct record) {
            hosts[slot->token % host_count].s_addr, (uint32_t) (slot->token / host_count), nanos};
    }
}

static void end_with_reply(struct slot *slot) {
    unstamped += slot->stamp == 0;
    end(slot, slot->stamp == 0 ? 0 : slot->reply - slot->stamp);
}

static void drain(struct queue *queue, int flags) {
    for (int count = BATCH; count == BATCH;) {
        count = recvmmsg(fd, queue->messages, BATCH, MSG_DONTWAIT | flags, NULL);
        for (int i = 0; i < count; i++) {
            uint32_t length = queue->messages[i].msg_len;
            /* A stamp comes with the whole frame that left; our message is the end of it. */
            const uint8_t *message = queue->data[i] + (flags == MSG_ERRQUEUE ? length - MESSAGE : 0);
            struct slot *slot = length < MESSAGE ? NULL : slot_of(message);
            if (slot == NULL || slot->over) {
                continue;
            }
            int64_t stamp = stamp_of(&queue->messages[i].msg_hdr);
            if (flags == MSG_ERRQUEUE) {
                slot->stamp = stamp;
            } else if (queue->names[i].sin_addr.s_addr == hosts[slot->token % host_count].s_addr) {
                slot->reply = stamp;
                end_with_reply(slot);
            }
        }
        reset(queue, count < 0 ? 0 : count);
    }
}

static void expire(void) {
    int64_t now = read_clock(CLOCK_MONOTONIC);
    for (; oldest < next_token; oldest++) {
        struct slot *slot = &slots[oldest & slot_mask];
        if (!slot->over && now - slot->sent_at < TIMEOUT) {
            return;
        }
        if (!slot->over) {
            end(slot, -1);
        }
    }
}

static int due(int64_t elapsed, int64_t rate) {
    uint64_t left = total - next_token, room = slot_mask + 1 - (next_token - oldest);
    uint64_t most = left < room ? left : room;
    uint64_t now = rate == 0 ? WINDOW - (under_way < WINDOW ? under_way : WINDOW)
                             : (uint64_t) (elapsed * rate / NANOS) - next_token;
    most = now < most ? now : most;
    return (int) (most < BATCH ? most : BATCH);
}

static void run(int64_t rate, int64_t tick) {
    int64_t start = read_clock(CLOCK_MONOTONIC), wall = start, cpu = read_clock(CLOCK_PROCESS_CPUTIME_ID);
    bool warm = counted_from == 0;
    int64_t wake = start;
    while (next_token < total || under_way > 0) {
        if (!warm && next_token >= counted_from) {
            warm = true;
            wall = read_clock(CLOCK_MONOTONIC);
            cpu = read_clock(CLOCK_PROCESS_CPUTIME_ID);
        }
        int count = due(read_clock(CLOCK_MONOTONIC) - start, rate);
        if (count > 0) {
            send_batch(count);
        }
        drain(&errors, MSG_ERRQUEUE);
        drain(&in, 0);
        expire();
        int64_t now = read_clock(CLOCK_MONOTONIC);
        if (rate > 0 && due(now - start, rate) < BATCH) {
            wake = now - wake > tick ? now + tick : wake + tick;
            sleep_for(wake > now ? wake - now : 0);
        }
    }
    cpu = read_clock(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    wall = read_clock(CLOCK_MONOTONIC) - wall;
    printf("pings %lu\nreplies %lu\nlost %lu\ncoarse %lu\ncpu_nanos %ld\nwall_nanos %ld\n", total - counted_from, replies,
           lost, unstamped, cpu, wall);
}

int main(int count, char **arguments) {
    if (count < 6) {
        fprintf(stderr, "usage: limit HOSTS ROUNDS WARM-UP RATE TICK-US [RECORDS]\n");
        return 2;
    }
    read_hosts(arguments[1]);
    total = strtoull(arguments[2], NULL, 10) * host_count;
    counted_from = strtoull(arguments[3], NULL, 10) * host_count;
    if (count > 6) {
        records = calloc(total, sizeof *records);
    }
    slot_mask = (atoll(arguments[4]) == 0 ? SLOTS_OF_WINDOW : SLOTS_OF_RATE) - 1;
    cookie = (uint64_t) read_clock(CLOCK_REALTIME) * 0x9e3779b97f4a7c15ULL;
    prctl(PR_SET_TIMERSLACK, 1);
    open_socket();
    prepare_out();
    reset(&in, BATCH);
    reset(&errors, BATCH);
    sleep_for(50 * 1000000LL); /* the kernel switches stamps on a little later */
    run(atoll(arguments[4]), atoll(arguments[5]) * 1000);
    if (records != NULL) {
        write_records(arguments[6], records, total);
    }
    return 0;
}
