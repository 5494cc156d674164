#!/usr/bin/env bash
# Write a small Debian 13 as a tar: the base that every stand-in image shares.
set -Eeuo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ../lib.sh

readonly OUT="${1:?the tar to write}"

# In memory where there is room: dpkg syncs every file that it writes.
free=$(df --output=avail -m /dev/shm 2>/dev/null | tail -n 1) || true
if ((${free:-0} > 2000)); then
    export TMPDIR=/dev/shm
fi

without=()
for folder in man doc info locale; do
    without+=(--dpkgopt="path-exclude=/usr/share/$folder/*")
done

# wget is busybox' as in Alpine. ping is not: that of Debian's busybox wants a raw socket, so root.
# shellcheck disable=SC2016 # $1 is the new system's folder, for the shell of each hook
debian_sources trixie | quietly mmdebstrap --variant=minbase --include=busybox,ca-certificates,iputils-ping \
    "${without[@]}" --dpkgopt=force-unsafe-io --aptopt='Acquire::Languages "none"' \
    --customize-hook='ln -s /usr/bin/busybox "$1/usr/local/bin/wget"' \
    --customize-hook='copy-in install-packages /usr/local/sbin' \
    --customize-hook='rm -rf "$1"/var/cache/apt/* "$1"/var/log/*' \
    trixie "$OUT" - || fail "The base image was not made." "What mmdebstrap said is above."
