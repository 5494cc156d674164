#!/bin/sh
# Prepare nginx with every executable in /docker-entrypoint.d, in the order of their names, then become the command.
set -e

prepare() {
    for step in /docker-entrypoint.d/*; do
        [ -x "$step" ] || continue
        echo "$0: $step"
        # shellcheck source=/dev/null
        case "$step" in
        *.envsh) . "$step" ;; # it sets variables for those after it
        *.sh) "$step" ;;
        esac
    done
}

case "$1" in
nginx | nginx-debug) prepare ;;
esac
exec "$@"
