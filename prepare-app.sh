#!/usr/bin/env bash
# Make everything that noc needs to start: its settings, network, volumes and images, or for local mode its programs.
set -Eeuo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")"
source scripts/lib.sh

usage() {
    cat <<'USAGE'
Usage: ./prepare-app.sh [--docker | --local]

Prepares noc; ./start-app.sh does so by itself where something is missing. Run it again after a change to build anew.

With a Docker engine: makes .env (with a token and a password of its own), the network noc-net, the volumes and the
three images, and pulls those of Prometheus and Grafana. Without JDK 25 and Maven it builds in a Maven container.
Without an engine: builds the programs that run on this machine.

  --docker  prepare for containers, or fail
  --local   prepare for local processes, even where an engine answers

Environment, or .env:
  NOC_JRE_IMAGE, NOC_NGINX_IMAGE  the images to build on (defaults: see pom.xml)
  NOC_MAVEN_IMAGE                 the image to build in (default maven:3.9-eclipse-temurin-25)
Environment:
  PULL_SECONDS                    how long a registry may stay silent (default 30)
USAGE
}

prepare_containers() {
    need_engine
    need_build_images

    make_env
    create_network
    create_volume noc-data
    create_volume noc-probe
    build_images
    pull_observers
    name_left_out
}

prepare_locally() {
    need_build_tools

    build_modules
}

main() {
    read_arguments "--docker --local" "$@"
    say "Preparing app..."
    if uses_containers; then
        prepare_containers
    else
        prepare_locally
    fi
    say "Setup complete!"
}

main "$@"
