# shellcheck shell=bash
# Helpers for the scripts in .ci. Source it; do not run it.

readonly DEBIAN_KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg

source "$(dirname -- "${BASH_SOURCE[0]}")/../scripts/messages.sh"

# quietly COMMAND...: shows what it printed only if it fails.
quietly() {
    local output
    output=$("$@" 2>&1) || {
        printf '%s\n' "$output" | tail -n 40 >&2
        return 1
    }
}

# debian_sources RELEASE: apt's lines for that Debian release, on the hosts that serve this machine its own.
debian_sources() {
    local own lines
    own=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
    lines=$(apt-get update --print-uris | sed -nE \
        "s,^'(.+)/dists/${own}((-security|-updates)?)/InRelease'.*,deb [signed-by=$DEBIAN_KEYRING] \1 $1\2 main,p")
    [[ -n "$own" && -n "$lines" ]] ||
        fail "apt has no source of this machine's own Debian release." "Use Debian 12 or newer, with its sources configured."
    printf '%s\n' "$lines"
}
