# shellcheck shell=bash
# Builds noc's three images, and finds or pulls those that they are built on. Source it; do not run it.

readonly PARTS=(probe backend frontend)
# On every image of noc, so that those which a newer one replaced are found too.
readonly IMAGE_LABEL=dev.noc.image
readonly PULL_SECONDS="${PULL_SECONDS:-30}"

images_exist() { docker image inspect "${PARTS[@]/#/network-}" >/dev/null 2>&1; }

has_image() { docker image inspect "$1" >/dev/null 2>&1; }

# pull IMAGE: gives up when the registry has said nothing for a while; a pull that moves may take its time.
pull() {
    local output pid status=0
    output=$(mktemp)
    docker pull "$1" >"$output" 2>"$output.reason" &
    pid=$!
    await "$PULL_SECONDS" has_begun_or_ended "$pid" "$output" || kill "$pid" 2>/dev/null || true
    wait "$pid" || status=$?
    PULL_REASON=$(tail -n 1 "$output.reason")
    rm -f -- "$output" "$output.reason"
    return "$status"
}

has_begun_or_ended() { [[ -s "$2" ]] || ! kill -0 "$1" 2>/dev/null; }

# need_image IMAGE VARIABLE [OTHER WAY OUT]: in the engine, or pulled now.
need_image() {
    if has_image "$1"; then return; fi
    say "Pulling $1..."
    pull "$1" || fail "There is no image $1, and it cannot be pulled: ${PULL_REASON:-the registry does not answer.}" \
        "Check the network, or name another image: $2=NAME in .env.${3:+ $3}"
}

from_pom() { sed -nE "s,.*<$1>(.*)</$1>.*,\1,p" pom.xml; }
jre_image() { setting NOC_JRE_IMAGE "$(from_pom image.jre)"; }
nginx_image() { setting NOC_NGINX_IMAGE "$(from_pom image.nginx)"; }

# Everything that a build of the images needs, before anything is changed.
need_build_images() {
    local problem
    problem=$(maven_problem)
    if [[ -n "$problem" ]]; then
        say "$problem Building in a container of $(maven_image)."
        need_image "$(maven_image)" NOC_MAVEN_IMAGE "Or install a JDK 25 and Maven."
    fi
    need_image "$(jre_image)" NOC_JRE_IMAGE
    need_image "$(nginx_image)" NOC_NGINX_IMAGE
}

module_of() { if [[ "$1" == frontend ]]; then say frontend; else say "$1-service"; fi; }

build_images() {
    local part builder=build_here
    if [[ -n "$(maven_problem)" ]]; then
        builder=build_in_container
        open_maven_container
        trap close_maven_container EXIT
    fi
    for part in "${PARTS[@]}"; do
        say "Building $part image..."
        "$builder" "$part" "$(module_of "$part")"
    done
    drop_replaced_images
}

# Those that a newer one took the name of, once no container stands on them.
drop_replaced_images() { docker image prune --force --filter "label=$IMAGE_LABEL" >/dev/null; }

# Jib is asked for this module alone; the modules that it needs are only packaged.
jib_arguments() {
    printf '%s\n' --projects "$1" --also-make package "-Djib.containerize=$1" "-Djib.container.labels=$IMAGE_LABEL=true"
}

build_here() {
    local arguments
    mapfile -t arguments < <(jib_arguments "$2")
    logged "build-$1" maven "${arguments[@]}" jib:dockerBuild \
        "-Dimage.jre=docker://$(jre_image)" "-Dimage.nginx=docker://$(nginx_image)"
}
