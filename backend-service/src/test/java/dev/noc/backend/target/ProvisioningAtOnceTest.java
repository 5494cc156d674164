package dev.noc.backend.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.BackendApplication;
import dev.noc.backend.postgres.NeedsPostgres;
import dev.noc.backend.postgres.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** Two backends of one PostgreSQL database that read the same targets file at the same moment. */
@NeedsPostgres
class ProvisioningAtOnceTest {

    private static final int TARGETS = 200;

    @TempDir
    Path folder;

    private final List<String> settings = Postgres.newDatabase();

    @Test
    void leavesTheTargetsAsTheFileSays() throws Exception {
        write("old");
        startTwo();
        assertThat(names()).hasSize(TARGETS).allMatch(name -> name.startsWith("old"));

        write("new");
        startTwo();
        assertThat(names()).hasSize(TARGETS).allMatch(name -> name.startsWith("new"));
    }

    private void write(String name) throws IOException {
        Files.writeString(
                folder.resolve("targets.yaml"),
                IntStream.range(0, TARGETS)
                        .mapToObj(i -> "- {id: t%1$d, name: %2$s %1$d, address: 192.0.2.1}".formatted(i, name))
                        .collect(Collectors.joining("\n", "targets:\n", "\n")));
    }

    /** The runners are called right after the event that both wait with for the other. */
    private void startTwo() throws Exception {
        var bothAreThere = new CyclicBarrier(2);
        var started = new CopyOnWriteArrayList<ConfigurableApplicationContext>();
        // Both would set up the one logging of this JVM, each in the middle of the other's.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starting = threads.invokeAll(
                    Collections.<Callable<Boolean>>nCopies(2, () -> started.add(start(event -> await(bothAreThere)))));
            for (var backend : starting) {
                backend.get();
            }
        } finally {
            System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
            started.forEach(ConfigurableApplicationContext::close);
        }
    }

    private List<String> names() {
        try (var backend = start(event -> {})) {
            return backend.getBean(Targets.class).all().stream()
                    .filter(Target::provisioned)
                    .map(Target::name)
                    .toList();
        }
    }

    private ConfigurableApplicationContext start(ApplicationListener<ApplicationStartedEvent> listener) {
        var arguments = new ArrayList<>(settings);
        arguments.add("--server.port=0");
        arguments.add("--noc.security.token=secret");
        arguments.add("--noc.database.path=" + folder.resolve("unused.db"));
        arguments.add("--noc.target.file=" + folder.resolve("targets.yaml"));
        return new SpringApplicationBuilder(BackendApplication.class)
                .listeners(new Started(listener))
                .run(arguments.toArray(String[]::new));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException("the other backend did not start", e);
        }
    }

    /** A lambda would not say which events it is for. */
    private record Started(ApplicationListener<ApplicationStartedEvent> listener)
            implements ApplicationListener<ApplicationStartedEvent> {

        @Override
        public void onApplicationEvent(ApplicationStartedEvent event) {
            listener.onApplicationEvent(event);
        }
    }
}
