package dev.noc.probe.assignment;

import static dev.noc.probe.assignment.Fixtures.BOTH;
import static dev.noc.probe.assignment.Fixtures.GATEWAY;
import static dev.noc.probe.assignment.Fixtures.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.noc.probe.backend.FakeBackend;
import dev.noc.probe.backend.FakeBackend.Reply;
import dev.noc.probe.backend.FakeBackend.Request;
import dev.noc.protocol.Assignment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class AssignmentsTest {

    @TempDir
    Path dir;

    private final List<Object> events = new ArrayList<>();
    private FakeBackend server;
    private Assignments assignments;

    @BeforeEach
    void start() throws IOException {
        server = FakeBackend.start(request -> version("1", BOTH, request));
        assignments = assignments();
    }

    private Assignments assignments() {
        return new Assignments(
                new BackendAssignments(server.client(), Fixtures.reader()),
                Fixtures.remembered(dir),
                new DefaultAssignments(Fixtures.properties(dir)),
                events::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void comeFromTheBackend() throws Exception {
        assignments.refresh();

        assertThat(events).containsExactly(new AssignmentsChanged(List.of(GATEWAY, OFFICE), AssignmentSource.BACKEND));
    }

    @Test
    void areAskedForByTheirVersionAndTellOnlyWhatChanged() throws Exception {
        assignments.refresh();
        assignments.refresh();
        assertThat(server.next().ifNoneMatch()).isNull();
        assertThat(server.next().ifNoneMatch()).isEqualTo("\"1\"");
        assertThat(events).hasSize(1);

        server.answer(request -> version("2", "[]", request));
        assignments.refresh();
        assertThat(events).hasSize(2).last().isEqualTo(new AssignmentsChanged(List.of(), AssignmentSource.BACKEND));
    }

    @Test
    void areTheThreeDefaultsWhenNobodyEverNamedAny() throws Exception {
        server.answer(503, "");
        assignments.refresh();

        assertThat(current().source()).isEqualTo(AssignmentSource.DEFAULTS);
        assertThat(current().targets())
                .extracting(Assignment::id, Assignment::address, Assignment::intervalMillis)
                .containsExactly(
                        tuple("cloudflare-dns", "1.1.1.1", 10_000L),
                        tuple("google-dns", "8.8.8.8", 10_000L),
                        tuple("quad9-dns", "9.9.9.9", 10_000L));
    }

    @Test
    void areRememberedForAStartWithoutTheBackend() throws Exception {
        assignments.refresh();
        server.answer(503, "");
        var restarted = assignments();
        restarted.refresh();

        assertThat(events)
                .last()
                .isEqualTo(new AssignmentsChanged(List.of(GATEWAY, OFFICE), AssignmentSource.REMEMBERED));
    }

    @Test
    void stayAsTheyAreWhileTheBackendTalksNonsense() throws Exception {
        assignments.refresh();
        server.answer(200, "<html>");
        assignments.refresh();

        assertThat(events).hasSize(1);
        assertThat(current().targets()).containsExactly(GATEWAY, OFFICE);
    }

    @Test
    void areConfirmedWithoutBeingToldAgain() throws Exception {
        Fixtures.remembered(dir).save(List.of(GATEWAY, OFFICE));
        server.answer(503, "");
        assignments.refresh();
        server.answer(request -> version("1", BOTH, request));
        assignments.refresh();

        assertThat(events).hasSize(1);
        assertThat(current().source()).isEqualTo(AssignmentSource.BACKEND);
    }

    @Test
    void showThemselvesInTheHealth() throws Exception {
        var health = new AssignmentsHealth(assignments);
        assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);

        assignments.refresh();
        assertThat(health.health().getDetails())
                .containsEntry("targets", 2)
                .containsEntry("source", "from the backend");
    }

    private AssignmentsChanged current() {
        return Objects.requireNonNull(assignments.current());
    }

    private static Reply version(String version, String body, Request request) {
        var etag = "\"" + version + "\"";
        return etag.equals(request.ifNoneMatch()) ? Reply.of(304, "") : new Reply(200, body, Map.of("ETag", etag));
    }
}
