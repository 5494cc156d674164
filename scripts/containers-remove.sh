# shellcheck shell=bash
# Takes from the engine what is noc's, and says what is in the way. Source it; do not run it.

remove_containers() {
    local all
    mapfile -t all < <(our_containers)
    say "Stopping containers..."
    stop_containers >/dev/null
    say "Removing containers..."
    ((${#all[@]} == 0)) || docker rm --force --volumes "${all[@]}" >/dev/null
}

remove_network() {
    local users
    say "Removing network..."
    network_exists || return 0
    users=$(docker network inspect --format '{{range .Containers}}{{.Name}} {{end}}' noc-net)
    [[ -z "$users" ]] ||
        fail "The network noc-net is in use by other containers: $users" "Disconnect them, then run this again."
    docker network rm noc-net >/dev/null
}

# remove_volumes [FILTER...]
remove_volumes() {
    local volumes
    mapfile -t volumes < <(docker volume ls --quiet --filter "label=$PROJECT_LABEL" "$@")
    ((${#volumes[@]} == 0)) || docker volume rm "${volumes[@]}" >/dev/null ||
        fail "A volume is in use by another container." "Remove that container, then run this again."
}

# By their names and by their label: a newer one took the name of the one before.
remove_images() {
    local images
    say "Removing images..."
    mapfile -t images < <({
        docker image ls --quiet --no-trunc --filter "label=$IMAGE_LABEL"
        docker image ls --quiet --no-trunc "${PARTS[@]/#/--filter=reference=network-}"
    } | sort -u)
    ((${#images[@]} == 0)) || docker image rm --force "${images[@]}" >/dev/null
}
