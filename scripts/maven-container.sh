# shellcheck shell=bash
# Builds the images in a Maven container, for machines with an engine and no JDK 25 or Maven. Source it; do not run it.

readonly CACHE_VOLUME=noc-maven

maven_image() { setting NOC_MAVEN_IMAGE maven:3.9-eclipse-temurin-25; }

# The calling user, so that it owns what is built; a rootless engine calls that user root.
builder_user() {
    if [[ "$(docker info --format '{{.SecurityOptions}}')" == *name=rootless* ]]; then
        say 0:0
    else
        say "$(id -u):$(id -g)"
    fi
}

# Jib asks no engine in there: the base images are handed to it as files.
open_maven_container() {
    mkdir -p target
    create_volume "$CACHE_VOLUME"
    # A new volume belongs to root.
    docker run --rm --user 0:0 --volume "$CACHE_VOLUME:/cache" --entrypoint chown \
        "$(maven_image)" "$(builder_user)" /cache
    docker save --output target/base-jre.tar "$(jre_image)"
    docker save --output target/base-nginx.tar "$(nginx_image)"
}

close_maven_container() { rm -f target/base-jre.tar target/base-nginx.tar; }

build_in_container() {
    local arguments tar="$2/target/jib-image.tar"
    mapfile -t arguments < <(jib_arguments "$2")
    logged "build-$1" docker run --rm --user "$(builder_user)" --label com.docker.compose.project=noc \
        --volume "$PWD:/noc" --volume "$CACHE_VOLUME:/cache" --workdir /noc \
        --env HOME=/cache --env MAVEN_OPTS=-Duser.home=/cache --entrypoint mvn "$(maven_image)" \
        "${MAVEN_ARGUMENTS[@]}" "${arguments[@]}" jib:buildTar \
        -Dimage.jre=tar:///noc/target/base-jre.tar -Dimage.nginx=tar:///noc/target/base-nginx.tar
    docker load --quiet --input "$tar" >/dev/null
    rm -f -- "$tar"
}
