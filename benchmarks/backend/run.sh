#!/usr/bin/env bash
# Measure what the backend takes in, keeps and answers, in a network namespace.
set -Eeuo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
readonly HERE=benchmarks/backend
source scripts/messages.sh
source scripts/local.sh
source benchmarks/lib/java.sh
source benchmarks/lib/host.sh

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
            --parts) WORK='' exec python3 "$HERE/main.py" --parts ;;
            -h | --help) usage && exit 0 ;;
            -*) fail "There is no option $1." "See benchmarks/backend/run.sh --help" ;;
            *) parts+=("$1") ;;
        esac
        shift
    done
}

main() {
    read_arguments "$@"
    begin
    java=$(find_java)
    [[ -n "$built" ]] || build_java backend-service,benchmarks
    host_up
    export WORK JAVA="$java" TOOLS="benchmarks/target/*:benchmarks/target/libraries/*"
    export BACKEND="${JVM_FLAGS[*]} ${HEAP_FLAGS[backend]} -jar backend-service/target/backend-service.jar"
    on_host python3 "$HERE/main.py" "$scale" "${parts[@]}"
}

main "$@"
