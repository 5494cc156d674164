/* A host with known delays: answers echo requests for 10.98.MS.KIND after MS milliseconds, as its kind wants.
 *
 *     responder INTERFACE LOG      (until SIGTERM; prints "ready")
 *
 *     KIND 0..199    one reply
 *          200..219  two replies
 *          220..239  none
 *          240..247  every second request gets none
 *          248..251  "host unreachable" of 10.50.1.2, without delay
 *          252..255  "prohibited", likewise. A route could do both, but the kernel then answers once a second only.
 *
 * The log says for each request how long it really stayed here, from the kernel's stamp of the request to its stamp of
 * the reply: a clock read before the send call would leave out what that call takes, 20 us in a cold cache. It works on
 * Ethernet frames, so the addresses need not exist; a blackhole route keeps the kernel silent. */
#include "common.h"
#include <linux/errqueue.h>
#include <linux/filter.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <linux/net_tstamp.h>
#include <net/if.h>

#define FRAME 1514
#define SHORT_FRAME 128
#define DELAYS 256
#define MOST_RECORDS (8u << 20)
#define LONGEST_SLEEP (50 * 1000000LL)

struct waiting {
    int64_t received;
    uint32_t record;
    int length;
    uint8_t frame[SHORT_FRAME];
};

/* Frames with the same delay leave in the order in which they came: one ring for each delay. */
struct ring {
    struct waiting *items;
    uint32_t size, head, tail;
};

static struct ring rings[DELAYS];
static uint32_t seen[1 << 16];
static struct record *records;
static size_t recorded;
static uint8_t buffers[BATCH][FRAME];
static uint8_t controls[BATCH][256];

/* When the last replies' requests came, and where they are in the log: the kernel numbers its stamps. */
static struct {
    int64_t received;
    uint32_t record;
} sent[1 << 16];
static uint32_t sends;
static volatile sig_atomic_t stopped;

static void stop(int signal) { stopped = signal; }

static int open_socket(const char *interface) {
    /* IPv4, ICMP, to 10.98.0.0/16, echo request. */
    struct sock_filter code[] = {
        {BPF_LD | BPF_H | BPF_ABS, 0, 0, 12}, {BPF_JMP | BPF_JEQ, 0, 7, ETH_P_IP},
        {BPF_LD | BPF_B | BPF_ABS, 0, 0, 23}, {BPF_JMP | BPF_JEQ, 0, 5, IPPROTO_ICMP},
        {BPF_LD | BPF_H | BPF_ABS, 0, 0, 30}, {BPF_JMP | BPF_JEQ, 0, 3, 10 << 8 | 98},
        {BPF_LD | BPF_B | BPF_ABS, 0, 0, 34}, {BPF_JMP | BPF_JEQ, 0, 1, 8},
        {BPF_RET, 0, 0, FRAME},               {BPF_RET, 0, 0, 0},
    };
    struct sock_fprog filter = {sizeof code / sizeof *code, code};
    struct sockaddr_ll address = {.sll_family = AF_PACKET,
                                  .sll_protocol = htons(ETH_P_IP),
                                  .sll_ifindex = (int) if_nametoindex(interface)};
    int on = 1, room = 64 << 20;
    int stamps = SOF_TIMESTAMPING_RX_SOFTWARE | SOF_TIMESTAMPING_TX_SOFTWARE | SOF_TIMESTAMPING_SOFTWARE |
                 SOF_TIMESTAMPING_OPT_ID | SOF_TIMESTAMPING_OPT_TSONLY;
    int fd = socket(AF_PACKET, SOCK_RAW, 0);
    if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, &filter, sizeof filter) ||
        setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &room, sizeof room) ||
        setsockopt(fd, SOL_SOCKET, SO_SNDBUFFORCE, &room, sizeof room) ||
        setsockopt(fd, SOL_SOCKET, SO_TIMESTAMPING, &stamps, sizeof stamps) ||
        setsockopt(fd, SOL_PACKET, PACKET_IGNORE_OUTGOING, &on, sizeof on) ||
        setsockopt(fd, SOL_PACKET, PACKET_QDISC_BYPASS, &on, sizeof on) ||
        bind(fd, (struct sockaddr *) &address, sizeof address)) {
        fail(interface);
    }
    return fd;
}

static struct waiting *append(struct ring *ring) {
    if (ring->head - ring->tail == ring->size) {
        uint32_t size = ring->size == 0 ? 1024 : 2 * ring->size;
        struct waiting *items = malloc(size * sizeof *items);
        if (items == NULL) {
            fail("memory");
        }
        for (uint32_t i = ring->tail; i != ring->head; i++) {
            items[i % size] = ring->items[i % ring->size];
        }
        free(ring->items);
        ring->items = items;
        ring->size = size;
    }
    return &ring->items[ring->head++ % ring->size];
}

static int replies_for(int kind, uint32_t number) {
    if (kind < 200) {
        return 1;
    }
    return kind < 220 ? 2 : kind < 240 ? 0 : kind < 248 ? number % 2 : 0;
}

/* A send that failed would put the numbers out of step. */
static void send_frame(int fd, const uint8_t *frame, int length, int64_t received, uint32_t record) {
    uint16_t index = (uint16_t) sends++;
    sent[index].received = received;
    sent[index].record = record;
    if (send(fd, frame, (size_t) length, 0) != length) {
        fail("send");
    }
}

static uint16_t checksum(const uint8_t *data, int length) {
    uint32_t sum = 0;
    for (int i = 0; i < length; i += 2) {
        sum += (uint32_t) (data[i] << 8 | data[i + 1]);
    }
    sum = (sum & 0xffff) + (sum >> 16);
    return htons((uint16_t) ~((sum & 0xffff) + (sum >> 16)));
}

/* Type 3 with the code, as 10.50.1.2, about a request whose IP header and first 8 bytes it quotes (RFC 792). */
static void refuse(int fd, const uint8_t *frame, uint8_t code, int64_t received) {
    uint8_t error[ETH_HLEN + 20 + 8 + 28] = {0};
    uint8_t *ip = error + ETH_HLEN, *icmp = ip + 20;
    const uint8_t start[] = {0x45, 0, 0, 56, 0, 0, 0, 0, 64, IPPROTO_ICMP, 0, 0, 10, 50, 1, 2};
    uint16_t sum;
    memcpy(error, frame + 6, 6);
    memcpy(error + 6, frame, 6);
    memcpy(error + 12, frame + 12, 2);
    memcpy(ip, start, sizeof start);
    memcpy(ip + 16, frame + 26, 4);
    sum = checksum(ip, 20);
    memcpy(ip + 10, &sum, sizeof sum);
    icmp[0] = 3;
    icmp[1] = code;
    memcpy(icmp + 8, frame + ETH_HLEN, 28);
    sum = checksum(icmp, 36);
    memcpy(icmp + 2, &sum, sizeof sum);
    send_frame(fd, error, sizeof error, received, (uint32_t) recorded);
}

static void take(int fd, const uint8_t *frame, int length, int64_t received) {
    int delay = frame[32], kind = frame[33];
    uint32_t number = seen[delay << 8 | kind]++;
    if (length > SHORT_FRAME || recorded == MOST_RECORDS) {
        return;
    }
    struct record *record = &records[recorded];
    memcpy(&record->host, frame + 30, 4);
    record->number = number;
    record->nanos = -1;
    if (kind >= 248) {
        refuse(fd, frame, kind < 252 ? 1 : 13, received);
    }
    for (int i = replies_for(kind, number); i > 0; i--) {
        struct waiting *waiting = append(&rings[delay]);
        waiting->received = received;
        waiting->record = (uint32_t) recorded;
        waiting->length = length;
        memcpy(waiting->frame, frame, (size_t) length);
    }
    recorded++;
}

/* The stamp of a message, and what number a sent one had. */
static int64_t stamp(struct msghdr *message, uint32_t *number) {
    struct sock_extended_err error;
    struct timespec time = {0};
    for (struct cmsghdr *control = CMSG_FIRSTHDR(message); control != NULL; control = CMSG_NXTHDR(message, control)) {
        if (control->cmsg_level == SOL_SOCKET && control->cmsg_type == SCM_TIMESTAMPING) {
            memcpy(&time, CMSG_DATA(control), sizeof time);
        } else if (control->cmsg_level == SOL_PACKET && control->cmsg_type == PACKET_TX_TIMESTAMP) {
            memcpy(&error, CMSG_DATA(control), sizeof error);
            *number = error.ee_data;
        }
    }
    return nanos_of(&time);
}

static int receive(int fd, int flags) {
    static struct mmsghdr messages[BATCH];
    static struct iovec vectors[BATCH];
    uint32_t number = 0;
    for (int i = 0; i < BATCH; i++) {
        vectors[i] = (struct iovec) {buffers[i], FRAME};
        messages[i].msg_hdr = (struct msghdr) {
            .msg_iov = &vectors[i], .msg_iovlen = 1, .msg_control = controls[i], .msg_controllen = sizeof controls[i]};
    }
    int count = recvmmsg(fd, messages, BATCH, MSG_DONTWAIT | flags, NULL);
    for (int i = 0; i < count; i++) {
        int64_t time = stamp(&messages[i].msg_hdr, &number);
        if (flags == 0) {
            take(fd, buffers[i], (int) messages[i].msg_len, time == 0 ? read_clock(CLOCK_REALTIME) : time);
        } else {
            uint16_t index = (uint16_t) number;
            records[sent[index].record].nanos = time - sent[index].received;
        }
    }
    return count;
}

static void swap(uint8_t *left, uint8_t *right, size_t length) {
    uint8_t kept[8];
    memcpy(kept, left, length);
    memcpy(left, right, length);
    memcpy(right, kept, length);
}

/* The type goes from 8 to 0, so the checksum's sum loses 0x0800 (RFC 1624). */
static void turn_round(uint8_t *frame) {
    uint8_t *icmp = frame + ETH_HLEN + (frame[ETH_HLEN] & 15) * 4;
    uint32_t sum = (uint32_t) (icmp[2] << 8 | icmp[3]) + 0x0800;
    sum = (sum & 0xffff) + (sum >> 16);
    swap(frame, frame + 6, 6);
    swap(frame + 26, frame + 30, 4);
    icmp[0] = 0;
    icmp[2] = (uint8_t) (sum >> 8);
    icmp[3] = (uint8_t) sum;
}

/* Sends what is due and returns how long nothing will be. */
static int64_t send_due(int fd) {
    int64_t next = LONGEST_SLEEP;
    for (int delay = 0; delay < DELAYS; delay++) {
        struct ring *ring = &rings[delay];
        for (int burst = 0; ring->head != ring->tail; burst++) {
            struct waiting *first = &ring->items[ring->tail % ring->size];
            int64_t left = first->received + delay * 1000000LL - read_clock(CLOCK_REALTIME);
            if (left > 0 || burst == BATCH) {
                next = left < 0 ? 0 : left < next ? left : next;
                break;
            }
            turn_round(first->frame);
            send_frame(fd, first->frame, first->length, first->received, first->record);
            ring->tail++;
        }
    }
    return next;
}

int main(int count, char **arguments) {
    if (count != 3) {
        fprintf(stderr, "usage: responder INTERFACE LOG\n");
        return 2;
    }
    struct sched_param priority = {.sched_priority = 50};
    struct sigaction action = {.sa_handler = stop};
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    prctl(PR_SET_TIMERSLACK, 1);
    if (sched_setscheduler(0, SCHED_FIFO, &priority)) {
        perror("no real-time priority, so a busy machine makes the truth less exact");
    }
    records = malloc(MOST_RECORDS * sizeof *records);
    int fd = open_socket(arguments[1]);
    puts("ready");
    fflush(stdout);
    while (!stopped) {
        int received = receive(fd, 0);
        int64_t nothing_due = send_due(fd);
        while (receive(fd, MSG_ERRQUEUE) == BATCH) {
        }
        if (received < BATCH && nothing_due > 0) {
            struct pollfd socket = {fd, POLLIN, 0};
            struct timespec time = {0, nothing_due};
            ppoll(&socket, 1, &time, NULL);
        }
    }
    write_records(arguments[2], records, recorded);
    return 0;
}
