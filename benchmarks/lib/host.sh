# shellcheck shell=bash
# A host of our own, a network namespace, and a folder for what is written; both go when the run ends, whatever happens.
# Source it from the repository's root, behind scripts/messages.sh; do not run it.

readonly HOST="nocb-$$-host"

begin() {
    ((EUID == 0)) || fail "This makes a network namespace." "Run it as root."
    WORK=$(mktemp -d)
    trap finish EXIT
    trap 'exit 130' INT TERM
}

host_up() {
    ip netns add "$HOST"
    ip -n "$HOST" link set lo up
}

# on_host COMMAND...: in the background, or a signal would have to wait for its end.
on_host() {
    ip netns exec "$HOST" "$@" &
    wait $!
}

# Takes along whatever still runs there.
finish() {
    local pids
    set +e
    if [[ -e "/run/netns/$HOST" ]]; then
        pids=$(ip netns pids "$HOST")
        # shellcheck disable=SC2086 # several numbers
        [[ -z "$pids" ]] || kill -KILL $pids
        ip netns del "$HOST"
    fi
    rm -rf "$WORK"
}
