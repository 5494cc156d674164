#!/usr/bin/env bash
# Install what the build and its tests need and this machine lacks: Debian's own packages, and the Docker engine of Debian 13.
set -Eeuo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./lib.sh

# Debian 12 has neither compose 2 nor buildx.
readonly ENGINE_RELEASE=trixie
readonly VIEW=/var/cache/noc-ci-apt # not below a home folder: the user _apt must reach it

packages=()

# need PACKAGE COMMAND...: the package is missing where the command fails.
need() {
    local package=$1
    shift
    "$@" >/dev/null 2>&1 || packages+=("$package")
}

find_missing() {
    local command
    for command in chromium iptables mmdebstrap shellcheck zstd; do
        need "$command" command -v "$command"
    done
    need iproute2 command -v ip
    need postgresql compgen -G '/usr/lib/postgresql/*/bin/initdb'
    need iputils-ping command -v ping
    need "docker-cli/$ENGINE_RELEASE" command -v docker
    need "docker.io/$ENGINE_RELEASE" command -v dockerd
    need "docker-buildx/$ENGINE_RELEASE" docker buildx version
    need "docker-compose/$ENGINE_RELEASE" docker compose version
}

# A view of apt's own beside the machine's: both releases, the newer one only where it is asked for by name.
make_view() {
    rm -rf "$VIEW"
    mkdir -p "$VIEW"/{lists,cache/archives}/partial "$VIEW"/preferences
    { debian_sources "$(. /etc/os-release && say "$VERSION_CODENAME")" && debian_sources "$ENGINE_RELEASE"; } >"$VIEW/sources.list"
    cat >"$VIEW/preferences/engine" <<PREFERENCES
Package: *
Pin: release n=$ENGINE_RELEASE*
Pin-Priority: 100
PREFERENCES
    cat >"$VIEW/apt.conf" <<CONF
Dir::Etc::sourcelist "$VIEW/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferencesparts "$VIEW/preferences";
Dir::State::lists "$VIEW/lists";
Dir::Cache "$VIEW/cache";
Acquire::Retries "3";
DPkg::Lock::Timeout "300";
CONF
}

# The tests start servers of their own; the package would make one too, and start it.
make_no_cluster() {
    local settings=/etc/postgresql-common/createcluster.conf
    [[ "${packages[*]}" != *postgresql* || -e "$settings" ]] && return
    mkdir -p "${settings%/*}"
    say "create_main_cluster = false" >"$settings"
}

main() {
    find_missing
    ((${#packages[@]})) || { say "Every package is there."; return; }
    ((EUID == 0)) || fail "These packages are missing: ${packages[*]}" "Install them, or run this as root."

    say "Installing ${packages[*]}"
    trap 'rm -rf "$VIEW"' EXIT
    make_view
    make_no_cluster
    export APT_CONFIG="$VIEW/apt.conf" DEBIAN_FRONTEND=noninteractive
    quietly apt-get update -qq || fail "apt cannot read its package lists." "Check the network and apt's sources."
    quietly apt-get install -y -qq --no-install-recommends "${packages[@]}" </dev/null ||
        fail "apt did not install the packages." "What it said is above."
}

main "$@"
