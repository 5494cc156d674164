# shellcheck shell=bash
# Builds what local mode runs, where it is missing or older than its sources. Source it; do not run it.

jar_of() { say "$PWD/$1-service/target/$1-service.jar"; }

# is_current ARTIFACT MODULE...: it is there, and no source of these modules is newer.
is_current() {
    local artifact=$1 newer
    shift
    [[ -f "$artifact" ]] || return 1
    newer=$(find pom.xml "${@/%//pom.xml}" "${@/%//src}" -path '*/src/test' -prune -o \
        -type f -newer "$artifact" -print -quit)
    [[ -z "$newer" ]]
}

# What a running process has open is left as it is.
modules_to_build() {
    is_running backend || is_current "$(jar_of backend)" probe-protocol backend-service || say backend-service
    is_running probe || is_current "$(jar_of probe)" icmp probe-protocol probe-service || say probe-service
    is_running backend || is_current frontend/target/site/index.html frontend || say frontend
}

# Refuses where something is to be built and cannot be.
need_build_tools() {
    local modules problem
    modules=$(modules_to_build)
    [[ -n "$modules" ]] || return 0
    problem=$(maven_problem)
    [[ -z "$problem" ]] || fail "$problem It is needed to build: ${modules//$'\n'/, }." \
        "Install Temurin 25, and Maven $MINIMUM_MAVEN or newer; with a Docker engine neither is needed."
}

build_modules() {
    local modules list
    mapfile -t modules < <(modules_to_build)
    ((${#modules[@]})) || return 0
    list=$(IFS=, && say "${modules[*]}")
    say "Building ${list//,/, } (the first time this takes some minutes)..."
    logged build maven --projects "$list" --also-make package
    touch_built "${modules[@]}"
}

# Maven leaves alone what would come out the same; the time says that it was looked at.
touch_built() {
    local module
    for module; do
        case "$module" in
        frontend) touch frontend/target/site/index.html ;;
        *) touch "$module/target/$module.jar" ;;
        esac
    done
}
