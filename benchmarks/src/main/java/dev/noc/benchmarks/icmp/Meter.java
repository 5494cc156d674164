package dev.noc.benchmarks.icmp;

/** Time that went by, and processor time that was used, from one moment to another. */
final class Meter {

    private long wall;
    private long cpu;

    void start() {
        wall = System.nanoTime();
        cpu = CpuClock.nanos();
    }

    void stop() {
        cpu = CpuClock.nanos() - cpu;
        wall = System.nanoTime() - wall;
    }

    long wall() {
        return wall;
    }

    long cpu() {
        return cpu;
    }
}
