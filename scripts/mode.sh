# shellcheck shell=bash
# Whether noc lives in containers or as local processes. Source it; do not run it.

# Says in one line why no Docker engine answers, and nothing where one does.
engine_problem() {
    local answer
    if ! command -v docker >/dev/null; then
        say "docker is not installed."
    elif ! answer=$(timeout 10 docker version --format '{{.Server.Version}}' 2>&1 >/dev/null); then
        answer=${answer##*$'\n'}
        say "${answer:-It gave no answer within 10 seconds.}"
    fi
}

# Containers where an engine answers, local processes where none does, or as the arguments say.
uses_containers() {
    local problem
    if asked --docker; then return 0; fi
    if asked --local; then return 1; fi
    problem=$(engine_problem)
    if [[ -n "$problem" ]]; then
        say "No Docker engine answers: running noc locally."
        say "  ($problem)"
        return 1
    fi
}

# Whether stop and remove turn to the engine. Where none answers, that is said if containers may be there:
# preparing them has made an .env.
wants_engine() {
    local problem
    if asked --local; then return 1; fi
    if asked --docker; then need_engine; fi
    problem=$(engine_problem)
    if [[ -n "$problem" && -f .env ]]; then
        say "No Docker engine answers: containers are not looked at. ($problem)"
    fi
    [[ -z "$problem" ]]
}
