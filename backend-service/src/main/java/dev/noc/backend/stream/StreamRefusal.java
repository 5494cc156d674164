package dev.noc.backend.stream;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Why a client gets no stream, and what to do. Carries its own problem document. */
class StreamRefusal extends ErrorResponseException {

    private static final int RETRY_AFTER_SECONDS = 30;

    private StreamRefusal(HttpStatus status, String type, String title, String detail) {
        super(status);
        setType(URI.create("/problems/" + type));
        setTitle(title);
        setDetail(detail);
    }

    static StreamRefusal full(int maxClients) {
        var refusal = new StreamRefusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "too-many-clients",
                "Too many clients read the stream",
                "%d are connected, and no more are let in. Try again later, or raise STREAM_MAX_CLIENTS."
                        .formatted(maxClients));
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_AFTER_SECONDS));
        return refusal;
    }
}
