# shellcheck shell=bash
# Finds a JDK 25 and Maven, and builds modules with them. Source it; do not run it.

readonly MINIMUM_MAVEN=3.8.7
# What whoever starts noc does not need: tests, and the check of the source's format.
readonly MAVEN_ARGUMENTS=(--batch-mode -Dmaven.test.skip=true -Dspotless.check.skip=true)

# find_java PROGRAM: the home of a Java 25 that has it (javac: a JDK).
find_java() {
    local home on_path
    on_path=$(readlink -f -- "$(command -v java || true)" || true)
    for home in "${JAVA_HOME:-}" "${on_path%/bin/java}" /usr/lib/jvm/* ~/.sdkman/candidates/java/* ~/.jdks/*; do
        if [[ -x "$home/bin/$1" ]] && grep -qs '^JAVA_VERSION="25[".+-]' "$home/release"; then
            say "$home"
            return
        fi
    done
    return 1
}

need_java() {
    find_java java >/dev/null ||
        fail "There is no Java 25." \
            "Install Temurin 25, or point JAVA_HOME at a JDK 25; with a Docker engine none is needed."
}

# maven_problem: why noc cannot be built by this machine's own tools; nothing where it can.
maven_problem() {
    local jdk version
    if ! jdk=$(find_java javac); then
        say "There is no JDK 25."
    elif ! command -v mvn >/dev/null; then
        say "There is no Maven."
    else
        version=$(JAVA_HOME=$jdk mvn --version 2>/dev/null | sed -nE 's/.*Apache Maven ([0-9.]+).*/\1/p')
        version_at_least "$version" "$MINIMUM_MAVEN" || say "Maven is ${version:-broken}, older than $MINIMUM_MAVEN."
    fi
}

# A JDK 25 runs Maven too, whatever Java is the machine's default.
maven() { JAVA_HOME=$(find_java javac) mvn "${MAVEN_ARGUMENTS[@]}" "$@"; }

# logged NAME COMMAND...: keeps what it prints in target/NAME.log, and shows the errors in it when it fails.
logged() {
    local log="target/$1.log" errors
    shift
    mkdir -p target
    "$@" >"$log" 2>&1 </dev/null && return
    errors=$(sed -n '/To see the full stack trace/q; /^\[ERROR\] ./p' "$log" | head -n 20) || true
    printf '%s\n' "${errors:-$(tail -n 20 "$log")}" >&2
    fail "The build failed." "What went wrong is above; all that it printed is in $PWD/$log"
}
