package dev.noc.backend.target;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a target is watched. */
public enum CheckKind {
    @JsonProperty("icmp")
    ICMP
}
