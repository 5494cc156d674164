#!/usr/bin/env bash
# Measure what a whole probe takes, and how fast it makes up for a backend that was away, in a network namespace.
set -Eeuo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
readonly HERE=benchmarks/probe
source scripts/messages.sh
source scripts/local.sh
source benchmarks/lib/java.sh
source benchmarks/lib/host.sh
source benchmarks/icmp/lib/packages.sh

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

main() {
    read_arguments "$@"
    begin
    java=$(find_java)
    install_packages
    build_java probe-service,backend-service
    prober=$(unpack_prober "$WORK/prober")
    host_up
    on_host sysctl -qw "net.ipv4.ping_group_range=0 2147483647"
    export WORK JAVA="$java" SMOKEPING="$prober"
    export PROBE="${JVM_FLAGS[*]} ${HEAP_FLAGS[probe]} -jar probe-service/target/probe-service.jar"
    export BACKEND="${JVM_FLAGS[*]} ${HEAP_FLAGS[backend]} -jar backend-service/target/backend-service.jar"
    on_host python3 "$HERE/main.py" "$@"
}

main "$@"
