#!/usr/bin/env bash
# Remove what noc has made on this machine: containers, network, volumes, images, processes and files.
set -Eeuo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")"
source scripts/lib.sh

usage() {
    cat <<'USAGE'
Usage: ./remove-app.sh [--docker | --local] [--keep-data]

Stops noc and removes it WITHOUT ASKING: its containers, network, volumes and images, and the files that were made
here (.env, data, each target folder). Everything that was measured is lost, unless --keep-data is given.

Images of others (the base images, Maven's, Prometheus, Grafana) stay, since others may use them, and so do the caches
of Maven and Jib in your home folder.

  --docker     remove what the engine holds, and .env, only
  --local      remove local processes and their files only
  --keep-data  spare the volumes, .env (its token and password belong to them) and what was measured in ./data
USAGE
}

# Removes the files that noc made here; each module's target folder lies beside its pom.xml.
remove_files() {
    local pom
    say "Removing files..."
    for pom in pom.xml */pom.xml; do
        rm -rf -- "${pom%pom.xml}target"
    done
    if asked --keep-data; then
        rm -rf -- "$RUN" "$LOGS"
    else
        rm -rf -- data
    fi
}

# .env belongs to the volumes: it goes when they are gone.
remove_from_engine() {
    remove_containers
    remove_network
    if asked --keep-data; then
        remove_volumes --filter "name=^$CACHE_VOLUME$"
    else
        say "Removing volume..."
        remove_volumes
        rm -f -- .env
    fi
    remove_images
}

farewell() {
    if asked --keep-data; then
        say "Removed app. Its data is kept: the volumes and .env, or what is left in ./data."
    elif [[ -e .env ]]; then
        say "Removed app, except .env and what the Docker engine holds."
    elif [[ -e data ]]; then
        say "Removed app, except the local mode's ./data."
    else
        say "Removed app. All traces deleted."
    fi
}

main() {
    read_arguments "--docker --local --keep-data" "$@"
    say "Removing app..."
    asked --docker || stop_processes
    ! wants_engine || remove_from_engine
    asked --docker || remove_files
    farewell
}

main "$@"
