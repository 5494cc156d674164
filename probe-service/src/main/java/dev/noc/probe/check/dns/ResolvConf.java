package dev.noc.probe.check.dns;

import dev.noc.icmp.NameService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads {@code /etc/resolv.conf} (resolv.conf(5)) each time, so that a change is followed at once. */
@Component
class ResolvConf implements NameServers {

    private static final Pattern NAME_SERVER = Pattern.compile("nameserver\\s+(\\S+).*");

    /** The C library uses no more. */
    private static final int MOST = 3;

    private final Path file;

    ResolvConf() {
        this(Path.of("/etc/resolv.conf"));
    }

    ResolvConf(Path file) {
        this.file = file;
    }

    @Override
    public List<InetSocketAddress> current() {
        try (var lines = Files.lines(file)) {
            var servers = lines.flatMap(ResolvConf::server)
                    .limit(MOST)
                    .map(address -> new InetSocketAddress(address, PORT))
                    .toList();
            return servers.isEmpty() ? onThisHost() : servers;
        } catch (IOException e) {
            return onThisHost();
        }
    }

    private static Stream<InetAddress> server(String line) {
        var words = NAME_SERVER.matcher(line);
        return words.matches() ? NameService.literal(words.group(1)).stream() : Stream.empty();
    }

    private static List<InetSocketAddress> onThisHost() {
        return List.of(new InetSocketAddress(NameService.literal("127.0.0.1").orElseThrow(), PORT));
    }
}
