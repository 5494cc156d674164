package dev.noc.system;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noc.system.machine.Docker;
import dev.noc.system.machine.Need;
import dev.noc.system.machine.Needs;
import dev.noc.system.noc.Stack;
import dev.noc.system.noc.StackExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What each container may do, as the engine and the kernel see it. */
@Needs({Need.ENGINE, Need.NAMESPACES})
@ExtendWith(StackExtension.class)
class HardeningIT {

    private static final Map<String, List<String>> PUBLISHED = Map.of(
            "network-frontend", List.of("127.0.0.1:5000"),
            "network-prometheus", List.of("127.0.0.1:9090"),
            "network-grafana", List.of("127.0.0.1:3000"));

    private final List<String> containers;

    HardeningIT(Stack noc) {
        this.containers = noc.containers();
    }

    @Test
    void isTestedOnTheWholeTrio() {
        assertThat(containers).containsAll(Stack.TRIO);
    }

    @Test
    void letsNoContainerRunAsRootOrWithACapability() {
        assertThat(containers).allSatisfy(container -> {
            var status = kernelStatus(container);
            assertThat(status)
                    .hasEntrySatisfying(
                            "Uid", ids -> assertThat(ids.split("\\s+", -1)).doesNotContain("0"));
            assertThat(status).containsEntry("NoNewPrivs", "1");
            assertThat(List.of("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"))
                    .allSatisfy(set -> assertThat(status).containsEntry(set, "0000000000000000"));
        });
    }

    @Test
    void letsNoContainerWriteToItsRoot() {
        assertThat(containers)
                .allSatisfy(container ->
                        assertThat(host(container, "ReadonlyRootfs")).isEqualTo("true"));
    }

    @Test
    void limitsMemoryProcessorAndProcessesOfEachContainer() {
        assertThat(containers)
                .allSatisfy(container -> assertThat(List.of("Memory", "NanoCpus", "PidsLimit"))
                        .allSatisfy(limit -> assertThat(Long.parseLong(host(container, limit)))
                                .as(limit)
                                .isPositive()));
    }

    @Test
    void restartsEachContainerUnlessItWasStopped() {
        assertThat(containers)
                .allSatisfy(container -> assertThat(Docker.inspect(container)
                                .at("/HostConfig/RestartPolicy/Name")
                                .asString())
                        .isEqualTo("unless-stopped"));
    }

    @Test
    void looksAfterTheHealthOfEachContainer() {
        await("every container is healthy") // one that was paused is not, until it is asked again
                .atMost(ofSeconds(20))
                .untilAsserted(() -> assertThat(containers).allMatch(Docker::isHealthy));
    }

    @Test
    void opensPortsOnThisMachineAlone() {
        assertThat(containers)
                .allSatisfy(container -> assertThat(published(container))
                        .containsExactlyElementsOf(PUBLISHED.getOrDefault(container, List.of())));
    }

    private static String host(String container, String setting) {
        return Docker.inspect(container).path("HostConfig").path(setting).asString();
    }

    private static List<String> published(String container) {
        return Docker.inspect(container).at("/NetworkSettings/Ports").values().stream()
                .flatMap(port -> port.values().stream())
                .map(port -> port.path("HostIp").asString() + ":"
                        + port.path("HostPort").asString())
                .toList();
    }

    /** What the kernel says of a container's first process, by name. */
    private static Map<String, String> kernelStatus(String container) throws IOException {
        var pid = Docker.inspect(container).at("/State/Pid").asString();
        var line = Pattern.compile("^(\\w+):\\s*(.*)$", Pattern.MULTILINE);
        return line.matcher(Files.readString(Path.of("/proc", pid, "status")))
                .results()
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
    }
}
