# shellcheck shell=bash
# noc as two processes of this machine, with everything below ./data. Source it; do not run it.

readonly STOP_SECONDS=30
readonly RUN=data/run LOGS=data/logs
# Those of the images: a small heap, one collector thread, no second compiler.
readonly JVM_FLAGS=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xss256k
    -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED)
declare -rA HEAP_FLAGS=(
    [backend]='-Xmx192m'
    [probe]='-Xms16m -Xmx72m -XX:NewRatio=4 -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20
        -XX:+UseCompactObjectHeaders -XX:TrimNativeHeapInterval=5000 -Dspring.aot.enabled=true'
)

# pid_of SERVICE: its process id while it runs. The number in a stale file may by now be another program's.
pid_of() {
    local pid
    pid=$(cat "$RUN/$1.pid" 2>/dev/null) || return 1
    grep -szqxF -e "$(jar_of "$1")" "/proc/$pid/cmdline" && say "$pid"
}

is_running() { pid_of "$1" >/dev/null; }

# start_process SERVICE NAME=VALUE...: in a session of its own, so that closing the terminal does not end it.
start_process() {
    local service=$1 log="$LOGS/$1.log" java settings heap
    shift
    read -r -d '' -a heap <<<"${HEAP_FLAGS[$service]}" || true
    say "Starting $service..."
    java=$(find_java java)/bin/java
    mapfile -t settings < <(settings_of_env_file)
    [[ ! -f "$log" ]] || mv -f -- "$log" "$log.1"
    env "${settings[@]}" "$@" setsid "$java" "${JVM_FLAGS[@]}" "${heap[@]}" -jar "$(jar_of "$service")" </dev/null >"$log" 2>&1 &
    say $! >"$RUN/$service.pid"
}

# is_ready HOST PORT: whether the service there calls itself ready. Needs neither curl nor wget.
is_ready() (
    exec 3<>"/dev/tcp/$1/$2" &&
        printf 'GET /actuator/health/readiness HTTP/1.0\r\nHost: %s\r\n\r\n' "$1" >&3 &&
        read -r -t 5 status <&3 &&
        [[ "$status" == HTTP/1.?\ 200* ]]
) 2>/dev/null

# await_ready SERVICE HOST PORT
await_ready() {
    local pid
    pid=$(<"$RUN/$1.pid")
    await "$WAIT_SECONDS" is_ready_or_gone "$pid" "$2" "$3" && [[ -e "/proc/$pid" ]] && return
    tail -n 20 "$LOGS/$1.log" >&2
    if [[ -e "/proc/$pid" ]]; then
        fail "The $1 is not ready after $WAIT_SECONDS seconds." \
            "The end of its log is above, the whole in $PWD/$LOGS/$1.log. It goes on starting; ./stop-app.sh ends it."
    fi
    fail "The $1 ended while it was starting." "The end of its log is above, the whole in $PWD/$LOGS/$1.log"
}

is_ready_or_gone() { is_ready "$2" "$3" || [[ ! -e "/proc/$1" ]]; }

start_backend() {
    start_process backend SERVER_PORT=5000 "SERVER_ADDRESS=$(setting BIND_ADDRESS 127.0.0.1)" \
        DATABASE_PATH=./data/monitoring.db NOC_DASHBOARD_DIR=frontend/target/site
}

# A token that is configured goes to both; else the backend makes one, and the probe reads its file.
start_probe() {
    start_process probe "BACKEND_URL=http://$(own_address):5000" NOC_TOKEN_FILE=./data/token \
        PROBE_DATA=./data/probe SERVER_PORT=5002 SERVER_ADDRESS=127.0.0.1
}

# stop_process SERVICE
stop_process() {
    local pid
    if pid=$(pid_of "$1"); then
        say "Stopping $1..."
        kill "$pid" || fail "The $1 (pid $pid) cannot be stopped." \
            "It belongs to $(stat -c %U "/proc/$pid"): run this as that user."
        await "$STOP_SECONDS" has_ended "$1" || kill -KILL "$pid"
        await "$STOP_SECONDS" has_ended "$1" || fail "The $1 (pid $pid) does not end." "Look at it: ps -fp $pid"
    fi
    rm -f -- "$RUN/$1.pid"
}

has_ended() { ! is_running "$1"; }

# The probe first: a backend that goes away before it would be a failed report.
stop_processes() {
    asked --local || [[ -f "$RUN/probe.pid" || -f "$RUN/backend.pid" ]] || return 0
    stop_process probe
    stop_process backend
    say "All processes stopped."
}
