#!/usr/bin/env bash
# Measure noc's ICMP engine beside fping, smokeping_prober, ping and a loop in C, in network namespaces of its own.
set -Eeuo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
readonly HERE=benchmarks/icmp
source scripts/messages.sh
source benchmarks/lib/java.sh
source $HERE/lib/packages.sh
source $HERE/lib/network.sh

usage() {
    cat <<'USAGE'
usage: benchmarks/icmp/run.sh [--quick|--full] [PART...]

Runs all pingers on the same hosts in one run and prints tables in Markdown. Needs root on Debian 12 or newer and a
JDK 25 (JAVA_HOME, or the newest below /usr/lib/jvm). Installs the Debian packages that are missing. Leaves nothing
behind: its hosts are network namespaces, and no packet leaves them.

  --quick   a look, about 10 minutes (the default)
  --full    what the README shows, about 30 minutes
  PART      only these: saturated ten-thousand first-ping idle busy hogged mixed dead-neighbours
USAGE
}

scale=quick
parts=()

read_arguments() {
    while (($#)); do
        case $1 in
            --quick | --full) scale=${1#--} ;;
            -h | --help) usage && exit 0 ;;
            saturated | ten-thousand | first-ping | idle | busy | hogged | mixed | dead-neighbours) parts+=("$1") ;;
            *) fail "There is no option and no part $1." "See benchmarks/icmp/run.sh --help" ;;
        esac
        shift
    done
}

# The jars are copied to where the user nobody may read them.
build() {
    local program
    build_java benchmarks
    cp benchmarks/target/*.jar benchmarks/target/libraries/{icmp,jspecify}-*.jar "$WORK"
    for program in limit responder; do
        gcc -O2 -Wall -Wextra -o "$WORK/$program" "$HERE/c/$program.c"
    done
}

finish() {
    set +e
    network_down
    rm -rf "$WORK"
}

main() {
    read_arguments "$@"
    ((EUID == 0)) || fail "This makes network namespaces." "Run it as root."
    WORK=$(mktemp -d)
    trap finish EXIT
    trap 'exit 130' INT TERM
    chmod 777 "$WORK"
    java=$(find_java)
    install_packages
    build
    prober=$(unpack_prober "$WORK/prober")
    network_up
    export WORK FAR JAVA="$java" SMOKEPING="$prober" CLASS_PATH="$WORK/*"
    # In the background, or a signal would have to wait for its end.
    ip netns exec "$NEAR" python3 "$HERE/measure/main.py" "$scale" "$java" "$prober" "${parts[@]}" &
    wait $!
}

main "$@"
