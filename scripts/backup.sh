#!/usr/bin/env bash
# Copy everything that noc has stored into a file, while it goes on measuring.
set -Eeuo pipefail

CALLER=$PWD
cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
source scripts/lib.sh

usage() {
    cat <<'USAGE'
Usage: scripts/backup.sh [--docker | --local] [FILE]

Writes a copy of noc's database to FILE, by default noc-backup-TIME.db in the folder that you are in. noc may run or be
stopped. The copy is checked before it gets its name; a file that is there already is not overwritten.

The token and the password in .env (local mode: data/token) are not in it: keep a copy of those, too.

  --docker  of the noc that runs in containers
  --local   of the noc that runs as local processes
USAGE
}

clear_away() { rm -f -- "$part" "$part.messages"; }

# The program tells the checksum of what it sent; what came must have the same.
fetch() {
    local sent
    database backup >"$part" 2>"$part.messages" || {
        cat -- "$part.messages" >&2
        fail "No backup was made." "Why is said above."
    }
    sent=$(sed -nE 's/^sha256 ([0-9a-f]{64})\r?$/\1/p' "$part.messages")
    [[ -n "$sent" && "$(sha256sum <"$part")" == "$sent "* ]] ||
        fail "The copy did not arrive whole." "Try again."
}

# Without overwriting what somebody put there meanwhile.
keep() {
    sync -- "$part"
    ln -- "$part" "$file" 2>/dev/null || mv --no-clobber -- "$part" "$file"
    rm -f -- "$part.messages"
    [[ ! -e "$part" || "$part" -ef "$file" ]] || fail "There is a file $file by now." "Name another one."
}

main() {
    read_arguments "--docker --local FILE" "$@"
    file=$(from_caller "${ASKED[FILE]:-noc-backup-$(date --utc +%Y%m%dT%H%M%SZ).db}")
    [[ ! -e "$file" ]] || fail "There is a file $file already." "Name another one, or move that away."
    [[ -w "$(dirname -- "$file")" ]] || fail "No file can be made in $(dirname -- "$file")." "Name another folder."
    choose_mode
    need_database_program

    part="$file.part"
    trap clear_away EXIT
    (umask 077 && : >"$part")
    fetch
    keep
    say "Backed up to $file ($(size_of "$file") bytes)."
}

main "$@"
