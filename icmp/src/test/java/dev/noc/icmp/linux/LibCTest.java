package dev.noc.icmp.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class LibCTest {

    @Test
    void opensAndClosesASocket() {
        try (var arena = Arena.ofConfined()) {
            int fd = LibC.socket(LibC.newCallState(arena), Linux.AF_INET, Linux.SOCK_DGRAM, 0);

            assertThat(fd).isNotNegative();
            assertThat(LibC.close(fd)).isZero();
        }
    }

    @Test
    void keepsErrnoOfAFailedCall() {
        try (var arena = Arena.ofConfined()) {
            var state = LibC.newCallState(arena);

            assertThat(LibC.socket(state, 999, Linux.SOCK_DGRAM, 0)).isNegative();
            assertThat(LibC.errno(state)).isEqualTo(Linux.EAFNOSUPPORT);
        }
    }

    @Test
    void readsBothClocks() {
        try (var arena = Arena.ofConfined()) {
            var clocks = new SystemClocks(arena);
            long before = System.currentTimeMillis();

            assertThat(clocks.realtime() / 1_000_000).isBetween(before, before + 10_000);
            assertThat(clocks.monotonic()).isPositive();
        }
    }
}
