package dev.noc.backend.target;

import java.util.List;

/** The kinds of checks for tests that do without Spring, of other packages too. */
public final class Kinds {

    private static final CheckKinds ALL =
            new CheckKinds(List.of(new IcmpKind(), new TcpKind(), new HttpKind(), new DnsKind()));

    private Kinds() {}

    public static CheckKind of(String name) {
        return ALL.require(name);
    }

    static CheckKinds all() {
        return ALL;
    }
}
