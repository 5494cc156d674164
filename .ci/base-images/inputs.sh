# shellcheck shell=bash
# What the stand-ins are made for and from: the names of the public images, and a JDK. Source it after lib.sh.

# first_match FILE EXPRESSION WHAT: the first thing in the file that matches.
first_match() {
    local file
    file="$(dirname -- "${BASH_SOURCE[0]}")/../../$1"
    [[ -f "$file" ]] || fail "There is no $1, so no name for $3." "Run this in a complete clone."
    grep -m 1 -oP "$2" "$file" || fail "$1 does not name $3." "Nothing in it matches '$2'."
}

# shellcheck disable=SC2034 # they are read by whoever sources this file
read_names() {
    JRE_IMAGE=$(first_match pom.xml '(?<=<image\.jre>)[^<]+' "the JRE's image")
    NGINX_IMAGE=$(first_match pom.xml '(?<=<image\.nginx>)[^<]+' "nginx' image")
    PROMETHEUS_IMAGE=$(first_match docker-compose.yaml 'prom/prometheus:[\w.-]+' "Prometheus' image")
    MAVEN_IMAGE=$(first_match scripts/maven-container.sh '(?<=NOC_MAVEN_IMAGE )[\w./:-]+' "Maven's image")
}

find_jdk() {
    for JDK in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
        if grep -qs '^JAVA_VERSION="25[".]' "$JDK/release" && [[ -x "$JDK/bin/jlink" ]]; then return; fi
    done
    fail "There is no JDK 25 with jlink in /usr/lib/jvm." "Install one, such as Temurin 25, or point JAVA_HOME to it."
}
