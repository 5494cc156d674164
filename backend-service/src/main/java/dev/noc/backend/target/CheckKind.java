package dev.noc.backend.target;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a target is watched. */
public enum CheckKind {
    @JsonProperty("icmp")
    ICMP;

    /** Returns the name that the API uses, such as {@code icmp}. */
    public String wireName() {
        return "icmp";
    }
}
