#!/usr/bin/env bash
# Measure what a whole probe takes, and how fast it makes up for a backend that was away, in a network namespace.
set -Eeuo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
readonly HERE=benchmarks/probe
source scripts/messages.sh
source scripts/local.sh
source benchmarks/lib/java.sh
source benchmarks/icmp/lib/packages.sh

readonly HOST="nocb-$$-probe"

usage() {
    cat <<'USAGE'
usage: benchmarks/probe/run.sh [PART...]

Runs the probe as ./start-app.sh --local does, with targets that answer at once, and prints a table in Markdown; about
8 minutes. Needs root on Debian 12 or newer and a JDK 25. No packet leaves its network namespace.

  PART  only these: memory catch-up
USAGE
}

read_arguments() {
    local part
    for part in "$@"; do
        case $part in
            memory | catch-up) ;;
            -h | --help) usage && exit 0 ;;
            *) fail "There is no part $part." "See benchmarks/probe/run.sh --help" ;;
        esac
    done
}

build() {
    say "Building ..." >&2
    mvn -B -q -ntp -pl probe-service,backend-service -am package -DskipTests >&2 ||
        fail "The build failed." "What Maven said is above."
}

host_up() {
    ip netns add "$HOST"
    ip -n "$HOST" link set lo up
    ip netns exec "$HOST" sysctl -qw "net.ipv4.ping_group_range=0 2147483647"
}

# Takes along whatever still runs in it.
finish() {
    local pids
    set +e
    pids=$(ip netns pids "$HOST")
    # shellcheck disable=SC2086 # several numbers
    [[ -z "$pids" ]] || kill -KILL $pids
    ip netns del "$HOST"
    rm -rf "$WORK"
}

main() {
    read_arguments "$@"
    ((EUID == 0)) || fail "This makes a network namespace." "Run it as root."
    WORK=$(mktemp -d)
    trap finish EXIT
    trap 'exit 130' INT TERM
    java=$(find_java)
    install_packages
    build
    prober=$(unpack_prober "$WORK/prober")
    host_up
    export WORK JAVA="$java" SMOKEPING="$prober"
    export PROBE="${JVM_FLAGS[*]} ${HEAP_FLAGS[probe]} -jar probe-service/target/probe-service.jar"
    export BACKEND="${JVM_FLAGS[*]} ${HEAP_FLAGS[backend]} -jar backend-service/target/backend-service.jar"
    # In the background, or a signal would have to wait for its end.
    ip netns exec "$HOST" python3 "$HERE/main.py" "$@" &
    wait $!
}

main "$@"
