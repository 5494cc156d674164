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
        assertThat(jdbc.queryForMap("select * from result"))
                .containsAllEntriesOf(Map.of("target_id", "till", "time", 1000, "rtt_millis", "1.5,,2.5"))
                .containsEntry("attributes", null);
        assertThat(jdbc.queryForList("select status from standing", String.class))
                .isEqualTo(List.of("UP"));
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
    }
}
