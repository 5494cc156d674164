package dev.noc.backend.stream;

import dev.noc.backend.question.Parameters;
import dev.noc.backend.target.Target;
import dev.noc.backend.target.Targets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/stream}: what is stored, as it is stored. */
@RestController
class StreamController {

    private final Targets targets;
    private final Readers readers;

    StreamController(Targets targets, Readers readers) {
        this.targets = targets;
        this.readers = readers;
    }

    @GetMapping(path = "/api/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Server-sent events: what is stored, as it is stored",
            parameters = {
                @Parameter(in = ParameterIn.QUERY, name = "target", description = "only events of these targets"),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "lastEventId",
                        description = "where the client was, if it cannot set the header")
            })
    void stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventHeader,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var asked = Parameters.of(query);
        var lastEventId = asked.text("lastEventId");
        var wanted = asked.texts("target");
        requireTargets(wanted, asked);
        asked.refuseWhatIsWrong();
        readers.enter();
        try {
            describe(response);
            if (!HttpMethod.HEAD.matches(request.getMethod())) {
                // A browser that connects again still sends the first URL: its header is newer.
                var last = lastEventHeader == null ? lastEventId : lastEventHeader;
                readers.serve(last, wanted, response.getOutputStream());
            }
        } finally {
            readers.leave();
        }
    }

    private void requireTargets(Set<String> wanted, Parameters asked) {
        if (wanted.isEmpty()) {
            return;
        }
        var known = targets.all().stream().map(Target::id).collect(Collectors.toSet());
        wanted.stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> asked.complain(
                        "target",
                        "must be ids of targets, and '%s' is none; GET /api/v1/targets lists them".formatted(id)));
    }

    private static void describe(HttpServletResponse response) {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // For an nginx in between that is not ours.
        response.setHeader("X-Accel-Buffering", "no");
    }
}
