# shellcheck shell=bash
# The programs that are measured or needed for it, as Debian has them. Source it; do not run it.

readonly PROBER_PACKAGE=prometheus-smokeping-prober

install_packages() {
    local missing=()
    have fping || missing+=(fping)
    have gcc || missing+=(gcc libc6-dev)
    have ip || missing+=(iproute2)
    have ping || missing+=(iputils-ping)
    have python3 || missing+=(python3)
    ((${#missing[@]} == 0)) && return
    say "Installing ${missing[*]}" >&2
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >&2 ||
        fail "apt did not install ${missing[*]}." "What it said is above."
}

have() { command -v "$1" >/dev/null; }

# unpack_prober FOLDER: prints the program's path. Unpacked only: its package would start a service.
unpack_prober() {
    if have "$PROBER_PACKAGE"; then
        command -v "$PROBER_PACKAGE"
        return
    fi
    mkdir -p "$1"
    (cd "$1" && apt-get download -qq "$PROBER_PACKAGE" && dpkg -x "$PROBER_PACKAGE"_*.deb .) >&2 2>/dev/null ||
        fail "apt has no package $PROBER_PACKAGE." "Run apt-get update first, on Debian 12 or newer."
    say "$1/usr/bin/$PROBER_PACKAGE"
}
