package dev.noc.system.machine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Something that a test cannot do without and a machine may not have. */
public enum Need {
    ENGINE("No Docker engine answers ('docker version'): install and start one.") {
        @Override
        boolean isThere() {
            return program("docker").isPresent()
                    && Command.of("docker", "version").run().status() == 0;
        }
    },
    NAMESPACES(
            "Hosts of our own need Linux, root, and the commands 'ip' and 'unshare' (packages iproute2 and util-linux).") {
        @Override
        boolean isThere() {
            return program("ip").isPresent()
                    && program("unshare").isPresent()
                    && Command.of("unshare", "--net", "true").run().status() == 0;
        }
    },
    CURL("There is no command 'curl', which asks noc from inside a network namespace: install it.") {
        @Override
        boolean isThere() {
            return program("curl").isPresent();
        }
    },
    CHROMIUM("There is no Chromium: install the package chromium, or name its program in the variable CHROMIUM.") {
        @Override
        boolean isThere() {
            return chromium().isPresent();
        }
    };

    private final String advice;

    Need(String advice) {
        this.advice = advice;
    }

    abstract boolean isThere();

    /** What to say where it is not there. */
    String advice() {
        return advice;
    }

    /** The program to drive: that of the variable CHROMIUM, or the first of the usual names on the PATH. */
    public static Optional<Path> chromium() {
        var named = System.getenv("CHROMIUM");
        return named != null
                ? Optional.of(Path.of(named)).filter(Files::isExecutable)
                : Stream.of("chromium", "chromium-browser", "google-chrome")
                        .flatMap(name -> program(name).stream())
                        .findFirst();
    }

    private static Optional<Path> program(String name) {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
