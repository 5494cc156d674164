# shellcheck shell=bash
# What the scripts that people run share: arguments, and all that lies beside it. Source it; do not run it.

if ((BASH_VERSINFO[0] < 5)); then
    printf 'error: This is bash %s.\n       Put bash 5 or newer first on the PATH.\n' "$BASH_VERSION" >&2
    exit 1
fi

# How long one part of noc may take to become healthy.
readonly WAIT_SECONDS="${WAIT_SECONDS:-120}"

source scripts/messages.sh

declare -A ASKED=()

# asked --OPTION: whether the script was called with it.
asked() { [[ -n "${ASKED[$1]:-}" ]]; }

# read_arguments "--ALLOWED... [FILE]" "$@": with FILE, one argument that is no option.
read_arguments() {
    local allowed=" $1 " argument
    shift
    for argument; do
        if [[ "$argument" == -h || "$argument" == --help ]]; then
            usage
            exit
        fi
        if [[ "$allowed" == *" FILE "* && "$argument" != -* && -z "${ASKED[FILE]:-}" ]]; then
            ASKED[FILE]=$argument
            continue
        fi
        [[ "$argument" == -* && "$allowed" == *" $argument "* ]] || fail "Unknown argument '$argument'." "See $0 --help"
        ASKED[$argument]=1
    done
    if asked --local && asked --docker; then
        fail "--local and --docker exclude each other." "Leave one out."
    fi
}

# version_at_least FOUND WANTED
version_at_least() { [[ -n "$1" ]] && printf '%s\n' "$2" "$1" | sort --version-sort --check=quiet; }

source scripts/mode.sh
source scripts/env.sh
source scripts/checks.sh
source scripts/java.sh
source scripts/images.sh
source scripts/maven-container.sh
source scripts/containers.sh
source scripts/containers-remove.sh
source scripts/observability.sh
source scripts/local-build.sh
source scripts/local.sh
source scripts/database.sh
