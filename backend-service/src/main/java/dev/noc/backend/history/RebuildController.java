package dev.noc.backend.history;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets all roll-ups be built anew from what is below them. */
@RestController
@RequestMapping(RebuildController.PATH)
class RebuildController {

    static final String PATH = "/api/v1/history/rebuild";

    private final ProgressStore progress;
    private final TransactionOperations transaction;

    RebuildController(ProgressStore progress, TransactionOperations transaction) {
        this.progress = progress;
        this.transaction = transaction;
    }

    @PostMapping
    @ApiResponse(responseCode = "202")
    ResponseEntity<Rebuild> begin() {
        transaction.executeWithoutResult(status -> progress.rebuildAll());
        return ResponseEntity.accepted().location(URI.create(PATH)).body(show());
    }

    @GetMapping
    Rebuild show() {
        return new Rebuild(progress.count(), progress.countRebuilding());
    }

    /**
     * How far rebuilding is.
     *
     * @param series how many pairs of target and probe there are
     * @param left how many of them are still to be done; 0 when none is
     */
    record Rebuild(int series, int left) {}
}
