#!/usr/bin/env bash
# Make the stand-ins for the public base images, or load those of an earlier run; what the engine has already stays as it is.
# With "maven": the stand-in for the image in which noc is built where there is no JDK, which CI itself does not need.
set -Eeuo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ../lib.sh
source ./inputs.sh

readonly BASE=noc-ci/base:trixie LABEL=dev.noc.stand-in
readonly CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/noc-ci"

# Changes with all that goes into the images, and each week, so that security updates come in.
make_key() {
    { find . -type f | sort | xargs cat; cat "$JDK/release"; say "${IMAGES[@]}"; date +%G-%V; } | sha256sum | head -c 16
}

# has IMAGE: the engine has the stand-in of this key, or the real one, which bears no label of ours.
has() {
    local key
    key=$(docker image inspect --format "{{index .Config.Labels \"$LABEL\"}}" "$1" 2>/dev/null) || return 1
    [[ -z "$key" || "$key" == "$KEY" ]]
}

make_base() {
    has "$BASE" && return
    ./make-base.sh "$WORK/base.tar"
    docker import --change "LABEL $LABEL=$KEY" "$WORK/base.tar" "$BASE" >/dev/null
}

make_jre() {
    quietly "$JDK/bin/jlink" --output "$WORK/jre" --add-modules "$(paste -s -d , jre-modules)" \
        --strip-debug --no-man-pages --no-header-files --generate-cds-archive || fail "jlink made no JRE of $JDK."
}

# build TARGET IMAGE [NAME=FOLDER...]: each folder is a build context of that name.
build() {
    local target=$1 image=$2
    shift 2
    has "$image" && return
    DOCKER_BUILDKIT=1 quietly docker build --target "$target" --tag "$image" --label "$LABEL=$KEY" \
        --build-arg "BASE=$BASE" "${@/#/--build-context=}" . || fail "$image was not built." "What docker said is above."
    say "Built $image"
}

build_all() {
    make_jre &
    make_base
    wait $!
    build jre "$JRE_IMAGE" "java=$WORK/jre"
    build nginx "$NGINX_IMAGE"
    build prometheus "$PROMETHEUS_IMAGE"
    docker image prune --force --filter "label=$LABEL" >/dev/null # last week's
}

# The certificates are the machine's: its way to the artifacts may lead through a proxy that has one of its own.
build_maven() {
    make_base
    mkdir "$WORK/trust"
    cp -L "$JDK/lib/security/cacerts" "$WORK/trust"
    build maven "$MAVEN_IMAGE" "java=$JDK" "trust=$WORK/trust"
}

save() {
    docker save "$BASE" "${IMAGES[@]}" | zstd -q -T0 >"$WORK/images"
    mkdir -p "$CACHE"
    rm -f "$CACHE"/base-images-*
    mv "$WORK/images" "$1"
}

provide_all() {
    local archive="$CACHE/base-images-$KEY.tar.zst"
    if has "$JRE_IMAGE" && has "$NGINX_IMAGE" && has "$PROMETHEUS_IMAGE"; then
        say "The base images are there."
    elif [[ -f "$archive" ]]; then
        zstd -qdc "$archive" | docker load
    else
        build_all
        save "$archive"
    fi
}

WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
find_jdk
read_names
IMAGES=("$JRE_IMAGE" "$NGINX_IMAGE" "$PROMETHEUS_IMAGE")
KEY=$(make_key)
case "${1:-}" in
'') provide_all ;;
maven) build_maven ;;
*) fail "Unknown argument '$1'." "Say maven, or nothing." ;;
esac
