#!/usr/bin/env bash
# Start a Docker engine by hand where none answers, and stop exactly that one.
set -Eeuo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./lib.sh

readonly STATE="${ENGINE_STATE:-/run/noc-ci}"
readonly PID_FILE="$STATE/dockerd.pid" LOG="$STATE/dockerd.log"
readonly LAST_PID_FILE=/var/run/docker.pid # dockerd's own: it does not start while the process in there exists
readonly WAIT_SECONDS=60

usage() {
    cat <<'USAGE'
Usage: .ci/engine.sh start|stop

start  starts dockerd where no engine answers, and waits until it does
stop   stops the dockerd that start started, and no other

Environment:
  ENGINE_STATE  folder for its process id and its log (default /run/noc-ci)
USAGE
}

answers() { docker info >/dev/null 2>&1; }

# A process id may by now belong to something else.
ended() { [[ "$(cat "/proc/$1/comm" 2>/dev/null)" != dockerd ]]; }

start() {
    if answers; then
        say "An engine answers already."
        return
    fi
    ((EUID == 0)) || fail "No Docker engine answers." "Start it, or run this as root."

    clear_away_the_last
    mkdir -p "$STATE"
    # A session of its own: an interrupt meant for the caller must not reach the engine.
    setsid dockerd --log-level warn </dev/null >"$LOG" 2>&1 &
    printf '%s\n' $! >"$PID_FILE"
    wait_until_it_answers $!
    say "Started dockerd (pid $!, log $LOG)."
}

# One that was killed exists until its parent has taken note, and its number may then become another program's.
clear_away_the_last() {
    local pid
    pid=$(cat "$LAST_PID_FILE" 2>/dev/null) || return 0
    await "$WAIT_SECONDS" ended "$pid" || fail "dockerd runs (pid $pid) and does not answer." "Stop it, then run this again."
    rm -f "$LAST_PID_FILE"
}

wait_until_it_answers() {
    if await "$WAIT_SECONDS" answers_or_gave_up "$1" && answers; then return; fi
    tail -n 20 "$LOG" >&2
    fail "dockerd does not answer." "The end of its log is above."
}

answers_or_gave_up() { answers || ! kill -0 "$1" 2>/dev/null; }

stop() {
    [[ -f "$PID_FILE" ]] || return 0
    local pid
    pid=$(<"$PID_FILE")
    if ! ended "$pid"; then
        kill "$pid"
        await "$WAIT_SECONDS" ended "$pid" || fail "dockerd (pid $pid) does not stop." "Read $LOG."
        say "Stopped dockerd (pid $pid)."
    fi
    rm -f "$PID_FILE"
}

case "${1:-}" in
start | stop) "$1" ;;
-h | --help) usage ;;
*) fail "Say start or stop." "See .ci/engine.sh --help" ;;
esac
