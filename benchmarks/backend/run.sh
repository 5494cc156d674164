#!/usr/bin/env bash
# Measure what the backend takes in, keeps and answers, in a network namespace.
set -Eeuo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
readonly HERE=benchmarks/backend
source scripts/messages.sh
source scripts/local.sh
source benchmarks/lib/java.sh

readonly HOST="nocb-$$-backend"

usage() {
    cat <<'USAGE'
usage: benchmarks/backend/run.sh [--try|--quick|--full] [--built] [PART...]

Runs the backend as ./start-app.sh --local does, with a database in TMPDIR (a disk, not memory), and prints tables in
Markdown. Needs root, ip and Python 3.11 on Linux, and a JDK 25. No packet leaves its network namespace.

  --try     whether everything runs, in a minute; its numbers mean nothing
  --quick   a look, minutes a part (the default)
  --full    what the README shows
  --built   takes what is built already
  PART      only these; each is a module here: --parts lists them
USAGE
}

scale=quick
built=
parts=()

read_arguments() {
    while (($#)); do
        case $1 in
            --try | --quick | --full) scale=${1#--} ;;
            --built) built=yes ;;
            --parts) python3 "$HERE/main.py" --parts && exit 0 ;;
            -h | --help) usage && exit 0 ;;
            -*) fail "There is no option $1." "See benchmarks/backend/run.sh --help" ;;
            *) parts+=("$1") ;;
        esac
        shift
    done
}

build() {
    [[ -z "$built" ]] || return 0
    say "Building ..." >&2
    mvn -B -q -ntp -pl backend-service,benchmarks -am package -DskipTests >&2 ||
        fail "The build failed." "What Maven said is above."
}

host_up() {
    ip netns add "$HOST"
    ip -n "$HOST" link set lo up
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
    build
    host_up
    export WORK JAVA="$java" TOOLS="benchmarks/target/*:benchmarks/target/libraries/*"
    export BACKEND="${JVM_FLAGS[*]} ${HEAP_FLAGS[backend]} -jar backend-service/target/backend-service.jar"
    # In the background, or a signal would have to wait for its end.
    ip netns exec "$HOST" python3 "$HERE/main.py" "$scale" "${parts[@]}" &
    wait $!
}

main "$@"
