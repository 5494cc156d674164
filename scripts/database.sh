# shellcheck shell=bash
# What the program does with its database, whether noc runs or not: backup, check, restore. Source it; do not run it.

# need_database_program: what holds the program, and what the data belongs to.
need_database_program() {
    if in_containers; then
        { env_is_complete && images_exist && volume_exists noc-data; } ||
            fail "noc is not prepared: its settings, its images or its volume are missing." \
                "Run ./prepare-app.sh, then this again."
    else
        need_java
        [[ -f "$(jar_of backend)" ]] || fail "noc is not built." "Run ./prepare-app.sh --local, then this again."
        [[ ! -e data || -O data ]] || fail "The files in $PWD/data are not yours." \
            "They belong to $(stat -c %U data): run this as that user."
    fi
}

# Found out once: it says so where no engine answers.
choose_mode() { if uses_containers; then MODE=containers; else MODE=local; fi; }

in_containers() { [[ "$MODE" == containers ]]; }

# database COMMAND [ARGUMENT]: see DatabaseCommands. Beside a backend that runs, as a process of its own.
database() {
    if in_containers; then
        compose run --rm --no-deps --no-TTY backend "$@"
    else
        database_program "$@"
    fi
}

database_program() {
    local java settings
    java=$(find_java java)/bin/java
    mapfile -t settings < <(settings_of_env_file)
    env "${settings[@]}" DATABASE_PATH=./data/monitoring.db \
        "$java" "${JVM_FLAGS[@]}" -Xmx96m -jar "$(jar_of backend)" "$@"
}

# from_caller FILE: a path as the caller meant it, who may be in another folder.
from_caller() {
    case "$1" in
    /*) say "$1" ;;
    *) say "$CALLER/$1" ;;
    esac
}

# need_file FILE: there, and to be read.
need_file() {
    [[ -f "$1" && -r "$1" ]] || fail "There is no file $1 that can be read." "Name a backup that scripts/backup.sh made."
}

size_of() { stat -c %s -- "$1"; }
