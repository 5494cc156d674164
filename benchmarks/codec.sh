#!/usr/bin/env bash
# Time the codec of ICMP messages with JMH: with the probe's one compiler, and with both. Takes a minute and a half.
set -Eeuo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
source scripts/messages.sh
source benchmarks/lib/java.sh

# jmh NAME FLAG...
jmh() {
    say "$1"
    shift
    "$java" -cp 'benchmarks/target/classes:benchmarks/target/libraries/*' org.openjdk.jmh.Main \
        -jvmArgs "$* --enable-native-access=ALL-UNNAMED" EchoCodecBenchmark 2>&1 | sed -n '/^Benchmark .*Mode/,$p'
}

java=$(find_java)
build_java benchmarks
jmh "As the probe runs: C1 only" -XX:TieredStopAtLevel=1
jmh "C1 and C2" -XX:TieredStopAtLevel=4
