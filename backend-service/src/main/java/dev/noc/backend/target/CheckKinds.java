package dev.noc.backend.target;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The kinds of checks that this version knows. */
@Component
class CheckKinds {

    private final SortedMap<String, CheckKind> byName = new TreeMap<>();

    CheckKinds(List<CheckKind> kinds) {
        kinds.forEach(kind -> byName.put(kind.name(), kind));
    }

    Optional<CheckKind> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns the kind of a target that is stored already. */
    CheckKind require(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException(
                        "A target has the check '%s'; this version knows %s. A newer one stored it: start that one again."
                                .formatted(name, names())));
    }

    List<CheckKind> all() {
        return List.copyOf(byName.values());
    }

    String names() {
        return String.join(", ", byName.keySet());
    }
}
