package dev.noc.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.JdbcTemplate;

/** Databases that an older backend filled. */
class MigrationTest {

    @TempDir
    Path folder;

    private JdbcTemplate jdbc;

    @BeforeEach
    void fillTheFirstVersion() {
        jdbc = new JdbcTemplate(Sqlite.migrated(folder, "1"));
        jdbc.update("insert into target values ('till', 'Till', '192.0.2.1', 'ICMP', 60000, true, 'shop', false, 3)");
        jdbc.update("insert into result values ('till', 'office', 1000, '1.5,,2.5', 'target', 'No reply.')");
        jdbc.update("insert into standing values ('till', 'office', 'UP', 1000, null, 1000)");
    }

    @Test
    void keepWhatIsInThem() {
        Sqlite.migrated(folder);

        assertThat(jdbc.queryForList("select id, check_kind, interval_millis, tags, version, settings from target"))
                .hasSize(4)
                .allSatisfy(target -> assertThat(target).containsEntry("check_kind", "icmp"))
                .anySatisfy(target -> assertThat(target)
                        .containsEntry("id", "till")
                        .containsEntry("interval_millis", 60_000)
                        .containsEntry("version", 3)
                        .containsEntry("settings", null));
        assertThat(jdbc.queryForMap("select target_id, probe, time, hex(samples) samples, detail"
                        + " from round join series on series.id = round.series_id"))
                .containsAllEntriesOf(Map.of("target_id", "till", "probe", "office", "time", 1000))
                .containsEntry("samples", "B91700D10F")
                .containsEntry("detail", "{\"error\":{\"scope\":\"target\",\"reason\":\"No reply.\"}}");
    }

    @Test
    void keepEveryRoundOfTheSecondVersion() {
        Sqlite.migrated(folder, "2");
        jdbc.update("insert into result values ('till', 'office', 2000, '-', 'probe', 'No \"route\".', null)");
        jdbc.update("insert into result values ('till', 'attic', 3000, ',', null, null, null)");
        jdbc.update("insert into result values ('google-dns', 'attic', 4000, '0.063', null, null, ?)", """
                {"statusCode":200,"tlsMillis":9.25,"resumed":true}""");

        Sqlite.migrated(folder, "3");

        assertThat(jdbc.queryForList("select target_id, probe, time, hex(samples), coalesce(detail, 'none')"
                        + " from round join series on series.id = round.series_id order by time"))
                .extracting(Map::values)
                .map(List::copyOf)
                .containsExactly(
                        row("till", "office", 1000, "B91700D10F", """
                                {"error":{"scope":"target","reason":"No reply."}}"""),
                        row("till", "office", 2000, "", """
                                {"error":{"scope":"probe","reason":"No \\"route\\"."}}"""),
                        row("till", "attic", 3000, "0000", "none"),
                        row("google-dns", "attic", 4000, "7F", """
                                {"attributes":{"statusCode":200,"tlsMillis":9.25,"resumed":true}}"""));
    }

    @Test
    void areServedByThisVersion() {
        var backend = new SpringApplicationBuilder(BackendApplication.class);
        try (var context = backend.run("--server.port=0", "--noc.database.path=" + folder.resolve("monitoring.db"))) {
            var targets = context.getBean(dev.noc.backend.target.Targets.class).all();

            assertThat(targets)
                    .hasSize(4)
                    .allSatisfy(target -> assertThat(target.check().name()).isEqualTo("icmp"))
                    .allSatisfy(target -> assertThat(target.settings()).isEmpty());
        }
        assertThat(jdbc.queryForMap("select began, status from span where decided = 1000"))
                .isEqualTo(Map.of("began", 1_000, "status", "DEGRADED"));
    }

    private static List<Object> row(Object... values) {
        return List.of(values);
    }
}
