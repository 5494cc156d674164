#!/bin/sh
# Fill the templates in with the environment; names that are no variable of it, such as nginx' own, stay as they are.
set -e

from="${NGINX_ENVSUBST_TEMPLATE_DIR:-/etc/nginx/templates}"
to="${NGINX_ENVSUBST_OUTPUT_DIR:-/etc/nginx/conf.d}"
suffix="${NGINX_ENVSUBST_TEMPLATE_SUFFIX:-.template}"
filter="${NGINX_ENVSUBST_FILTER:-}"

[ -d "$from" ] || exit 0
if [ ! -w "$to" ]; then
    echo "$0: ERROR: $from exists, but $to is not writable" >&2
    exit 0
fi

# shellcheck disable=SC2016 # envsubst wants the dollar signs
variables=$(env | sed -nE 's/^([A-Za-z_][A-Za-z0-9_]*)=.*/\1/p' | grep -E "$filter" | sed 's/.*/${&}/')

find "$from" -follow -type f -name "*$suffix" | while read -r template; do
    filled="$to/${template#"$from/"}"
    mkdir -p "$(dirname "$filled")"
    envsubst "$variables" <"$template" >"${filled%"$suffix"}"
done
