# shellcheck shell=bash
# Two hosts of our own, joined by two cables, and what lies behind the far one. Source it; do not run it.
#
#     10.97.0.0/16     answers at once (the far host's kernel)
#     10.98.MS.KIND    answers after MS milliseconds, or with errors, twice, not at all (responder.c)
#     10.94.0.0/16     silence
#     10.60.0.0/16     on the second cable itself, and nobody there

readonly NEAR="nocb-$$-near" FAR="nocb-$$-far"

network_up() {
    ip netns add "$NEAR"
    ip netns add "$FAR"
    near link set lo up
    far link set lo up
    cable near0 far0 10.50.1
    cable near1 far1 10.50.2
    far_host
    near_host
}

# Takes the processes in it along: nothing that was measured may outlive the run.
network_down() {
    local host pids
    for host in "$NEAR" "$FAR"; do
        [[ -e "/run/netns/$host" ]] || continue
        pids=$(ip netns pids "$host" || true)
        # shellcheck disable=SC2086 # several numbers
        [[ -z "$pids" ]] || kill -KILL $pids 2>/dev/null || true
        ip netns del "$host"
    done
}

near() { ip -n "$NEAR" "$@"; }

far() { ip -n "$FAR" "$@"; }

# cable NEAR-END FAR-END NET
cable() {
    near link add "$1" type veth peer name "$2" netns "$FAR"
    near addr add "$3.1/24" dev "$1"
    far addr add "$3.2/24" dev "$2"
    near link set "$1" up
    far link set "$2" up
}

far_host() {
    far route add local 10.97.0.0/16 dev lo
    far route add blackhole 10.98.0.0/16
    far route add blackhole 10.94.0.0/16
    far link set far1 arp off
    ip netns exec "$FAR" sysctl -qw net.ipv4.ip_forward=1
}

near_host() {
    local net
    for net in 94 97 98; do
        near route add "10.$net.0.0/16" via 10.50.1.2
    done
    near addr add 10.60.0.1/16 dev near1
    ip netns exec "$NEAR" sysctl -qw "net.ipv4.ping_group_range=0 2147483647"
}
