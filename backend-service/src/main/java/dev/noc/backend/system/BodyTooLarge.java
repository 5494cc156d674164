package dev.noc.backend.system;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A body that is longer than this backend reads. */
class BodyTooLarge extends ErrorResponseException {

    BodyTooLarge(int limit) {
        super(
                HttpStatus.CONTENT_TOO_LARGE,
                Problems.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body-too-large",
                        "The body is too large",
                        "At most %,d bytes are taken. Nothing was stored. Send the results in several reports."
                                .formatted(limit)),
                null);
    }

    /** Returns the one that made reading fail, or null. */
    static @Nullable BodyTooLarge in(Throwable e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge tooLarge) {
                return tooLarge;
            }
        }
        return null;
    }
}
