package dev.noc.backend.history;

import dev.noc.backend.Api;
import dev.noc.backend.SettableClock;
import dev.noc.backend.result.AllSeries;
import dev.noc.backend.result.Rounds;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;

/** A backend that keeps rounds for two days, minutes for four and hours for thirty, and does its chores when it is told to. */
@HistoryTest
abstract class ForgetfulBackend {

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Autowired
    Chores chores;

    @Autowired
    AllSeries series;

    @Autowired
    Rounds rounds;

    @Autowired
    RollupStore rollups;

    void add(String target) {
        api.post("/api/v1/targets", """
                {"id": "%1$s", "name": "%1$s", "address": "192.0.2.1"}""".formatted(target)).expectStatus().isCreated();
    }

    void delete(String target) {
        api.delete("/api/v1/targets/" + target);
    }

    void later(Duration time) {
        clock.advance(time);
        chores.run();
    }
}
