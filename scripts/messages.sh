# shellcheck shell=bash
# What every script here says and how it waits. Source it; do not run it.

say() { printf '%s\n' "$*"; }

# fail WHAT WENT WRONG [WHAT TO DO]
fail() {
    printf 'error: %s\n' "$1" >&2
    if [[ -n "${2:-}" ]]; then
        printf '       %s\n' "$2" >&2
    fi
    exit 1
}

# await SECONDS COMMAND...: whether the command succeeds within that time.
await() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS < deadline)) || return 1
        sleep 0.2
    done
}
