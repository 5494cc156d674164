# shellcheck shell=bash
# Prometheus and Grafana, which the app runs without where their images cannot be had. Source it; do not run it.

declare -rA OBSERVERS=([prometheus]=Prometheus [grafana]=Grafana)
declare -rA OBSERVER_PORTS=([prometheus]=9090 [grafana]=3000)

observability_is_on() { [[ ",$(setting COMPOSE_PROFILES)," == *,observability,* ]]; }

# The names of the images stand in docker-compose.yaml alone, which wants its secrets set whatever it is asked.
image_of() { NOC_TOKEN=- GRAFANA_ADMIN_PASSWORD=- compose --profile observability config --images "$1"; }

# observers: those that are asked for and whose image is there.
observers() {
    local service
    observability_is_on || return 0
    for service in prometheus grafana; do
        ! has_image "$(image_of "$service")" || say "$service"
    done
}

pull_observers() {
    local service
    observability_is_on || return 0
    for service in prometheus grafana; do
        has_image "$(image_of "$service")" || pull "$(image_of "$service")" &
    done
    wait
}

# One line for each that is asked for and cannot run.
name_left_out() {
    local service
    observability_is_on || return 0
    for service in prometheus grafana; do
        has_image "$(image_of "$service")" ||
            say "${OBSERVERS[$service]} is left out: its image $(image_of "$service") cannot be pulled."
    done
}

need_observer_ports() {
    local service
    for service in $(observers); do
        need_port "${OBSERVER_PORTS[$service]}" "network-$service" \
            "Or start without Prometheus and Grafana: set COMPOSE_PROFILES= in .env."
    done
}

# The app does not depend on them: where one fails, that is said, and the app runs.
start_observers() {
    local service
    for service in $(observers); do
        say "Starting $service container..."
        compose up --detach --no-deps --wait --wait-timeout "$WAIT_SECONDS" "$service" >/dev/null 2>&1 ||
            say "${OBSERVERS[$service]} is not healthy. Its log says why: docker logs network-$service"
    done
}
