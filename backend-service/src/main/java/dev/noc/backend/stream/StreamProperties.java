package dev.noc.backend.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the stream may take.
 *
 * @param maxClients how many may be connected at once
 * @param heartbeat a client that was told nothing for so long gets a sign of life
 * @param window how long a client may have been away and still miss nothing
 * @param maxSize the memory of what those are told who were away; where it is not enough, the window is shorter
 */
@ConfigurationProperties("noc.stream")
record StreamProperties(
        @DefaultValue("1000") int maxClients,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("5m") Duration window,
        @DefaultValue("16MB") DataSize maxSize) {}
