package dev.noc.backend.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The availability of a target as the API shows it. */
record AvailabilityView(String target, List<Window> windows) {

    /** @param window what people call it, such as {@code 30d}; absent where it was asked for by its ends */
    record Window(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String window,

            @JsonUnwrapped Availability availability) {}
}
