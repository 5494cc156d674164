#!/usr/bin/env bash
# Read all that noc has stored, or a backup of it, and say whether it is whole.
set -Eeuo pipefail

CALLER=$PWD
cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
source scripts/lib.sh

usage() {
    cat <<'USAGE'
Usage: scripts/check-database.sh [--docker | --local] [FILE]

Checks the database of noc, which may run or be stopped, or the backup FILE. Changes nothing. Ends with status 0 where
all is whole, and says what is wrong where it is not.

  --docker  of the noc that runs in containers
  --local   of the noc that runs as local processes
USAGE
}

main() {
    local file size
    read_arguments "--docker --local FILE" "$@"
    if asked FILE; then
        file=$(from_caller "${ASKED[FILE]}")
        need_file "$file"
    fi
    choose_mode
    need_database_program

    if asked FILE; then
        size=$(size_of "$file")
        database check "$size" <"$file"
    else
        database check
    fi
}

main "$@"
