package dev.noc.probe.check.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromptSocketsTest {

    @Test
    void doNotWaitForMoreToSend() throws Exception {
        try (var socket = new PromptSockets().createSocket()) {
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }
}
