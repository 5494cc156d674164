package dev.noc.backend.system;

import java.util.Objects;
import org.springframework.validation.FieldError;

/** One entry of a problem document's {@code errors}: a field, and what it must be. */
record InvalidField(String field, String message) {

    static InvalidField of(FieldError error) {
        return new InvalidField(
                error.getField(), Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid"));
    }
}
