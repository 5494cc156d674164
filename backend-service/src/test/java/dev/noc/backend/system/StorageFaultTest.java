package dev.noc.backend.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;

class StorageFaultTest {

    @ParameterizedTest
    @CsvSource({
        "13, , FULL, 507",
        "10, , FAILING, 503",
        "8, , READ_ONLY, 503",
        "11, , CORRUPT, 503",
        "26, , CORRUPT, 503",
        "7, , NO_MEMORY, 503",
        "0, 53100, FULL, 507",
        "0, 58030, FAILING, 503",
        "0, 25006, READ_ONLY, 503"
    })
    void isRecognisedBehindWhateverWasThrown(int code, String state, StorageFault fault, int status) {
        var failure = new DataAccessResourceFailureException("cannot", new SQLException("cannot", state, code));

        assertThat(StorageFault.of(failure)).isEqualTo(fault);
        assertThat(fault.problem().getStatus()).isEqualTo(status);
    }

    @Test
    void isNotSeenInOtherFailures() {
        assertThat(StorageFault.of(new SQLException("no such table", "42P01", 1)))
                .isNull();
        assertThat(StorageFault.of(new IllegalStateException("no database"))).isNull();
    }

    @Test
    void saysWhatToDo() {
        for (var fault : StorageFault.values()) {
            assertThat(fault.words()).matches("The [^.]+\\. [A-Z].+\\.");
        }
    }
}
