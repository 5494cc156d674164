#!/usr/bin/env bash
# Stop noc, containers and local processes alike, and keep everything.
set -Eeuo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")"
source scripts/lib.sh

usage() {
    cat <<'USAGE'
Usage: ./stop-app.sh [--docker | --local]

Stops noc, whether it runs in containers or as local processes. Data, containers and images stay: ./start-app.sh
resumes from there.

  --docker  stop the containers only
  --local   stop the local processes only
USAGE
}

main() {
    read_arguments "--docker --local" "$@"
    say "Stopping app..."
    asked --docker || stop_processes
    if wants_engine; then
        stop_containers
    elif asked --local || [[ -f .env ]]; then
        return # nothing is claimed of containers that were not looked at
    fi
    say "All containers stopped."
}

main "$@"
