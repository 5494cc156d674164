# shellcheck shell=bash
# Looks at what the machine has before anything is changed: ports, programs, an engine. Source it; do not run it.

readonly MINIMUM_ENGINE=25.0 MINIMUM_COMPOSE=2.24
readonly WITHOUT_ENGINE="run noc without it: ./start-app.sh --local"

need_engine() {
    local problem engine compose
    problem=$(engine_problem)
    [[ -z "$problem" ]] || fail "No Docker engine answers: $problem" "Start or install one, or $WITHOUT_ENGINE"
    engine=$(docker version --format '{{.Server.Version}}')
    version_at_least "$engine" "$MINIMUM_ENGINE" ||
        fail "The Docker engine is $engine." "Install $MINIMUM_ENGINE or newer, or $WITHOUT_ENGINE"
    compose=$(docker compose version --short 2>/dev/null || true)
    version_at_least "${compose#v}" "$MINIMUM_COMPOSE" ||
        fail "'docker compose' is ${compose:-missing}." "Install $MINIMUM_COMPOSE or newer, or $WITHOUT_ENGINE"
}

# port_holder PORT: who listens on it, as well as this user may know; nothing where it is free.
port_holder() {
    local port=$1 found
    found=$(container_on "$port")
    if [[ -n "$found" ]]; then
        say "the container $found"
    elif command -v ss >/dev/null; then
        found=$(ss -Hltnp "sport = :$port") || true
        [[ -z "$found" ]] || program_named_by_ss "$found"
    elif command -v lsof >/dev/null; then
        found=$(lsof -nP -iTCP:"$port" -sTCP:LISTEN -Fpc 2>/dev/null) || true
        [[ -z "$found" ]] || program_named_by_lsof "$found"
    elif (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
        say "another program"
    fi
}

container_on() {
    local names=""
    if command -v docker >/dev/null; then
        names=$(timeout 10 docker ps --filter "publish=$1" --format '{{.Names}}' 2>/dev/null) || true
    fi
    say "${names%%$'\n'*}"
}

program_named_by_ss() {
    if [[ "$1" =~ \(\(\"([^\"]+)\",pid=([0-9]+) ]]; then
        say "${BASH_REMATCH[1]} (pid ${BASH_REMATCH[2]})"
    else
        say "another user's program"
    fi
}

program_named_by_lsof() {
    if [[ "${1//$'\n'/ }" =~ ^p([0-9]+)\ c([^ ]+) ]]; then
        say "${BASH_REMATCH[2]} (pid ${BASH_REMATCH[1]})"
    else
        say "another user's program"
    fi
}

# need_port PORT [OWNER [OTHER WAY OUT]]: free, or held by the container that this very port is for.
need_port() {
    local holder
    holder=$(port_holder "$1")
    [[ -z "$holder" || "$holder" == "the container ${2:-}" ]] ||
        fail "Port $1 is taken by $holder." "Stop it (noc itself: ./stop-app.sh) and run this again.${3:+ $3}"
}

# The probe opens a socket of its own where it may, and else runs ping.
need_ping() {
    may_open_icmp_sockets || command -v ping >/dev/null ||
        fail "This user may not send pings, and there is no 'ping' that may." \
            "Let every user in: sysctl -w net.ipv4.ping_group_range='0 2147483647' (as root). Or install iputils-ping."
}

may_open_icmp_sockets() {
    local lowest highest group
    ((EUID != 0)) || return 0
    read -r lowest highest 2>/dev/null </proc/sys/net/ipv4/ping_group_range || return 1
    for group in $(id -G); do
        ((group < lowest || group > highest)) || return 0
    done
    return 1
}

# Files of another user's run cannot be written by this one.
need_own_data() {
    [[ ! -e data || -w data ]] ||
        fail "You may not write to $PWD/data." \
            "It belongs to $(stat -c %U data): run this as that user, or change its owner."
}
