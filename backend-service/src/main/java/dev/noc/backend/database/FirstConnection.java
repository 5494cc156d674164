package dev.noc.backend.database;

import java.net.UnknownHostException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/**
 * The connection to a PostgreSQL server that is made before all others, so that a start without one ends in a sentence. Of
 * the address only what leads to the server is told, and never a password.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's error codes</a>
 */
public final class FirstConnection {

    private static final Pattern ADDRESS = Pattern.compile("jdbc:postgresql://([^/?]+)/([^/?]+).*");
    private static final String USUAL_PORT = ":5432";

    private final String server;
    private final String database;
    private final String user;

    FirstConnection(String url, String user) {
        var address = ADDRESS.matcher(url);
        if (!address.matches()) {
            throw new IllegalArgumentException("no address of a PostgreSQL database");
        }
        this.server = address.group(1).matches(".*:\\d+") ? address.group(1) : address.group(1) + USUAL_PORT;
        this.database = address.group(2);
        this.user = user;
    }

    /** Refuses a server that cannot be reached, or that does not let noc in. */
    public static void require(String url, String user, @Nullable String password) {
        var first = new FirstConnection(url, user);
        try {
            DriverManager.getConnection(url, user, password).close();
        } catch (SQLException e) {
            throw first.refusal(e);
        }
    }

    DatabaseRefusal refusal(SQLException cause) {
        return switch (Objects.requireNonNullElse(cause.getSQLState(), "")) {
            case "28000", "28P01", "08004" ->
                new DatabaseRefusal(
                        "The PostgreSQL server at %s does not let user '%s' into the database '%s' (%s)."
                                .formatted(server, user, database, cause.getMessage()),
                        "Correct DATABASE_USER and DATABASE_PASSWORD or what DATABASE_PASSWORD_FILE holds, or let this"
                                + " user in there (pg_hba.conf).",
                        cause);
            case "3D000" ->
                new DatabaseRefusal(
                        "The PostgreSQL server at %s has no database '%s'.".formatted(server, database),
                        "Make it there (create database %s owner %s encoding 'UTF8' template template0), or correct DATABASE_URL."
                                .formatted(database, user),
                        cause);
            case "53300", "57P03" ->
                new DatabaseRefusal(
                        "The PostgreSQL server at %s takes no connection now (%s)."
                                .formatted(server, cause.getMessage()),
                        "Start noc again in a while. A server with too many connections needs a higher max_connections.",
                        cause);
            default ->
                new DatabaseRefusal(
                        "The PostgreSQL server at %s, with the database '%s', cannot be reached (%s)."
                                .formatted(server, database, reason(cause)),
                        "Start the server, or correct DATABASE_URL; see that no firewall stands between.",
                        cause);
        };
    }

    private static String reason(SQLException cause) {
        var root = NestedExceptionUtils.getMostSpecificCause(cause);
        return root instanceof UnknownHostException
                ? "nobody knows a host of this name"
                : Objects.requireNonNullElse(root.getMessage(), root.toString());
    }
}
