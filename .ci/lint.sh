#!/usr/bin/env bash
# Check what needs no build: shell scripts, compose file, Prometheus' rules, dashboards, and that no package registry is named.
set -Eeuo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
source .ci/lib.sh
source .ci/base-images/inputs.sh

files() { git ls-files --cached --others --exclude-standard -- "$@"; }

is_shell() { [[ "$1" =~ \.(sh|envsh)$ ]] || head -n 1 "$1" | grep -qE '^#!.*[/ ](ba|da)?sh\b'; }

shell_scripts() {
    local file scripts=()
    while read -r file; do
        if [[ -f "$file" ]] && is_shell "$file"; then
            scripts+=("$file")
        fi
    done < <(files)
    shellcheck --external-sources --source-path=SCRIPTDIR:. "${scripts[@]}"
}

# Stands in for the values that prepare-app.sh puts into .env.
compose_file() {
    NOC_TOKEN=lint GRAFANA_ADMIN_PASSWORD=lint docker compose --profile '*' config --quiet
}

prometheus_rules() {
    docker run --rm --network none --volume "$PWD/prometheus:/etc/prometheus:ro" --workdir /etc/prometheus \
        --entrypoint sh "$PROMETHEUS_IMAGE" -c \
        'promtool check config prometheus.yml && promtool check rules rules/*.yml && promtool test rules tests/*.yml'
}

dashboards() {
    local file bad=0
    while read -r file; do
        python3 -m json.tool "$file" /dev/null || { say "  in $file" && bad=1; }
    done < <(files 'grafana/*.json')
    return "$bad"
}

# The names are put together here, or this script would find itself.
no_registry_host() {
    local dot='[.]'
    local hosts="(deb|security|snapshot|archive)${dot}(debian|ubuntu)${dot}|repo1?${dot}maven${dot}|registry${dot}npmjs"
    hosts+="|(registry-1|index)${dot}docker|pypi${dot}org|proxy${dot}golang"
    git grep --untracked -nIE "$hosts"
    [[ $? == 1 ]] # 1 is "nothing found"; more is a failure of git's
}

# check FUNCTION: its name says what is checked; what it printed is shown if it fails.
check() {
    local output
    if output=$("$1" 2>&1 </dev/null); then
        say "ok      ${1//_/ }"
    else
        say "FAILED  ${1//_/ }"
        say "$output"
        failed+=("${1//_/ }")
    fi
}

main() {
    failed=()
    read_names
    check shell_scripts
    check compose_file
    check prometheus_rules
    check dashboards
    check no_registry_host
    ((${#failed[@]} == 0)) || fail "Static checks failed: ${failed[*]}" "What they found is above."
}

main "$@"
