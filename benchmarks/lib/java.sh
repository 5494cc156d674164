# shellcheck shell=bash
# Finds a JDK and builds what is measured. Source it from the repository's root, behind scripts/messages.sh; do not run it.

find_java() {
    local home
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
        if [[ -x "$home/bin/java" && "$("$home/bin/java" --version)" == *" 25"* ]]; then
            say "$home/bin/java"
            return
        fi
    done
    fail "There is no JDK 25." "Install one, or point JAVA_HOME at it."
}

# build_java MODULE,MODULE...
build_java() {
    say "Building ..." >&2
    mvn -B -q -ntp -pl "$1" -am package -DskipTests >&2 || fail "The build failed." "What Maven said is above."
}
