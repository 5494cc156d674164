#!/usr/bin/env bash
# Put a backup in the place of noc's database, which is kept aside.
set -Eeuo pipefail

CALLER=$PWD
cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
source scripts/lib.sh

usage() {
    cat <<'USAGE'
Usage: scripts/restore.sh [--docker | --local] [--yes] FILE

Checks FILE, which scripts/backup.sh or GET /api/v1/backup made, and asks. Then it stops the backend, makes FILE the
database, and starts the backend again where it ran. The probe keeps what it measures meanwhile.

The database that was there stays beside the new one, as monitoring.db.replaced-TIME. A file that is damaged, that noc
did not make, or that is of a newer noc is refused, and nothing is changed.

  --docker  of the noc that runs in containers
  --local   of the noc that runs as local processes
  --yes     do not ask
USAGE
}

confirm() {
    local answer
    if asked --yes; then return; fi
    [[ -t 0 ]] || fail "Nobody can be asked here." "Add --yes to restore without a question."
    read -r -p "Replace everything that noc has stored by $1? [y/N] " answer
    [[ "$answer" == [yY]* ]] || fail "Nothing was changed."
}

backend_runs() {
    if in_containers; then
        [[ -n "$(our_containers --filter name=^network-backend$ --filter status=running --filter status=restarting)" ]]
    else
        is_running backend
    fi
}

stop_backend() {
    if in_containers; then
        say "Stopping backend container..."
        docker stop network-backend >/dev/null
    else
        stop_process backend
    fi
}

start_backend_again() {
    if in_containers; then
        start_service backend
    else
        start_backend
        await_ready backend "$(own_address)" 5000
    fi
}

main() {
    local file size ran=""
    read_arguments "--docker --local --yes FILE" "$@"
    asked FILE || fail "No backup is named." "See $0 --help"
    file=$(from_caller "${ASKED[FILE]}")
    need_file "$file"
    choose_mode
    need_database_program
    in_containers || (umask 077 && mkdir -p data "$RUN" "$LOGS")

    say "Checking $file..."
    size=$(size_of "$file")
    database check "$size" <"$file" || fail "$file is not restored, nothing was changed." "Why is said above."
    confirm "$file"
    database receive "$size" <"$file" || fail "$file is not restored, nothing was changed." "Why is said above."
    ! backend_runs || ran=yes
    [[ -z "$ran" ]] || stop_backend
    database restore </dev/null
    if [[ -n "$ran" ]]; then
        start_backend_again
        say "Restored $file."
    else
        say "Restored $file. ./start-app.sh starts noc with it."
    fi
}

main "$@"
