# shellcheck shell=bash
# The settings in .env: made once, read by the scripts, by compose and by local processes. Source it; do not run it.

# What noc keeps secret: made at random where it is empty.
readonly SECRETS=(NOC_TOKEN GRAFANA_ADMIN_PASSWORD)

# from_file KEY FILE: its last value there, without quotes and without a comment behind it.
from_file() {
    [[ -f "$2" ]] || return 0
    sed -nE "s/^(export )?$1=//p" "$2" | tail -n 1 |
        sed -E "s/^'([^']*)'.*/\1/; t; s/^\"([^\"]*)\".*/\1/; t; s/[[:space:]]+(#.*)?$//"
}

# setting KEY [DEFAULT]: from the environment, else from .env or what it will be made of, else the default.
setting() {
    local value file=.env
    [[ -f .env ]] || file=.env.example
    if [[ -v "$1" ]]; then value=${!1}; else value=$(from_file "$1" "$file"); fi
    say "${value:-${2:-}}"
}

keys_in() { sed -nE 's/^(export )?([A-Za-z_][A-Za-z0-9_]*)=.*/\2/p' "$1"; }

random_secret() { od --address-radix=n --format=x1 --read-bytes=24 /dev/urandom | tr -d ' \n'; }

env_is_complete() {
    local key
    for key in "${SECRETS[@]}"; do
        [[ -n "$(from_file "$key" .env)" ]] || return 1
    done
}

# Copies .env.example, or adds to an .env what it lacks; a value that stands there stays.
make_env() {
    local key
    if [[ ! -f .env ]]; then
        say "Making .env with a new token and password"
        (umask 077 && cp -- .env.example .env)
    fi
    # A last line without its end must not swallow the first that is added.
    [[ -z "$(tail -c 1 .env)" ]] || printf '\n' >>.env
    for key in $(keys_in .env.example); do
        grep -qE "^(export )?$key=" .env || grep "^$key=" .env.example >>.env
    done
    for key in "${SECRETS[@]}"; do
        [[ -n "$(from_file "$key" .env)" ]] || sed -i -E "s/^(export )?$key=.*/$key=$(random_secret)/" .env
    done
}

# NAME=VALUE of all that .env sets, for a local process; what the environment says already goes first.
settings_of_env_file() {
    local key value
    [[ -f .env ]] || return 0
    for key in $(keys_in .env); do
        value=$(setting "$key")
        [[ -z "$value" ]] || say "$key=$value"
    done
}

# The address under which this machine reaches noc.
own_address() {
    local address
    address=$(setting BIND_ADDRESS 127.0.0.1)
    case "$address" in
    0.0.0.0 | :: | '[::]') say 127.0.0.1 ;;
    *) say "$address" ;;
    esac
}

app_url() {
    local address
    address=$(own_address)
    say "http://${address/#127.0.0.1/localhost}:5000"
}
