# shellcheck shell=bash
# noc in containers: network, volumes, services in their order. Source it; do not run it.

# Everything of ours bears this label, whether a script or compose made it.
readonly PROJECT_LABEL=com.docker.compose.project=noc

compose() { docker compose --file docker-compose.yaml --project-name noc --progress quiet "$@"; }

network_exists() { docker network inspect noc-net >/dev/null 2>&1; }

volume_exists() { docker volume inspect "$1" >/dev/null 2>&1; }

# Compose takes what bears its labels for its own.
create_network() {
    say "Creating network: noc-net"
    network_exists ||
        docker network create --label "$PROJECT_LABEL" --label com.docker.compose.network=noc-net noc-net >/dev/null
}

create_volume() {
    say "Creating volume: $1"
    volume_exists "$1" ||
        docker volume create --label "$PROJECT_LABEL" --label "com.docker.compose.volume=$1" "$1" >/dev/null
}

is_healthy() {
    local state
    state=$(docker inspect --format '{{.State.Status}} {{.State.Health.Status}}' "network-$1" 2>/dev/null) || true
    [[ "$state" == "running healthy" ]]
}

app_is_healthy() {
    local service
    for service in backend frontend probe; do
        is_healthy "$service" || return 1
    done
}

# start_service SERVICE: makes its container, or resumes or renews it, and returns when it is healthy.
start_service() {
    local output
    say "Starting $1 container..."
    output=$(compose up --detach --no-deps --wait --wait-timeout "$WAIT_SECONDS" "$1" 2>&1) ||
        explain_failure "$1" "$output"
}

explain_failure() {
    docker logs --tail 20 "network-$1" >&2 || true
    printf '%s\n' "$2" >&2
    fail "The $1 container did not become healthy." \
        "The end of its log is above (all of it: docker logs network-$1). Mend that and run ./start-app.sh again."
}

# our_containers [FILTER...]: the names of those that exist.
our_containers() { docker ps --all --filter "label=$PROJECT_LABEL" "$@" --format '{{.Names}}'; }

# The probe first: a backend that goes away before it would be a failed report.
stop_containers() {
    local running service
    running=$(our_containers --filter status=running --filter status=restarting --filter status=paused)
    for service in probe frontend backend prometheus grafana; do
        if grep -qx "network-$service" <<<"$running"; then
            say "Stopping $service container..."
            docker stop "network-$service" >/dev/null
        fi
    done
}
