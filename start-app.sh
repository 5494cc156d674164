#!/usr/bin/env bash
# Start noc and return once every part of it is healthy.
set -Eeuo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")"
source scripts/lib.sh

usage() {
    cat <<'USAGE'
Usage: ./start-app.sh [--docker | --local]

Starts noc, or resumes it with its data, and waits until it is healthy. Prepares what is not prepared. Where noc runs
already, only what has changed in .env or in its images is started anew.

Where a Docker engine answers noc runs in containers, else as processes of this machine with their data in ./data.

  --docker  run in containers, or fail
  --local   run as local processes, even where an engine answers

Environment:
  WAIT_SECONDS  how long each part may take to become healthy (default 120)
USAGE
}

# Only what is missing: ./prepare-app.sh builds anew.
prepare_missing() {
    env_is_complete || make_env
    network_exists || create_network
    volume_exists noc-data || create_volume noc-data
    volume_exists noc-probe || create_volume noc-probe
    if ! images_exist; then
        build_images
        pull_observers
    fi
}

start_containers() {
    local service
    need_engine
    need_port 5000 network-frontend
    need_observer_ports
    images_exist || need_build_images

    prepare_missing
    need_observer_ports
    ! app_is_healthy || say "noc runs already."
    for service in backend frontend probe; do
        start_service "$service"
    done
    drop_replaced_images
    name_left_out
    start_observers
}

start_locally() {
    need_ping
    need_own_data
    need_java
    is_running backend || need_port 5000
    is_running probe || need_port 5002
    need_build_tools

    build_modules
    (umask 077 && mkdir -p "$RUN" "$LOGS")
    ! { is_running backend && is_running probe; } || say "noc runs already."
    is_running backend || start_backend
    await_ready backend "$(own_address)" 5000
    is_running probe || start_probe
    await_ready probe 127.0.0.1 5002
}

main() {
    read_arguments "--docker --local" "$@"
    say "Running app..."
    if uses_containers; then
        start_containers
    else
        start_locally
    fi
    say "The app is available at $(app_url)"
}

main "$@"
