package dev.noc.backend.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * What it takes to reach the server. Refusals never hold a secret, nor an address that may have one in it.
 *
 * @param password what the server wants to see; null where it takes noc at its word
 */
record PostgresLogin(String url, String user, @Nullable String password) {

    private static final String EXAMPLE = "jdbc:postgresql://db:5432/noc";
    private static final Pattern FORM = Pattern.compile("jdbc:postgresql://[^/?]+/[^/?]+(\\?.*)?");
    private static final Pattern SECRET = Pattern.compile("(?i)[?&](user|password)=|//[^/?]*@");

    static PostgresLogin of(DatabaseProperties database) {
        return new PostgresLogin(url(database), user(database), password(database));
    }

    private static String url(DatabaseProperties database) {
        var url = database.url().strip();
        if (!FORM.matcher(url).matches()) {
            throw refuse(
                    "url (DATABASE_URL)", "it is no address of a PostgreSQL database. Give one such as " + EXAMPLE);
        }
        if (SECRET.matcher(url).find()) {
            throw refuse(
                    "url (DATABASE_URL)",
                    "it holds a user or a password, and addresses end up in logs. Give them as DATABASE_USER and"
                            + " DATABASE_PASSWORD or DATABASE_PASSWORD_FILE");
        }
        return url;
    }

    private static String user(DatabaseProperties database) {
        if (database.user().isBlank()) {
            throw refuse("user (DATABASE_USER)", "it is missing. Name who noc is on the database server");
        }
        return database.user().strip();
    }

    private static @Nullable String password(DatabaseProperties database) {
        var file = database.passwordFile();
        if (file == null) {
            return database.password().isBlank() ? null : database.password();
        }
        if (!database.password().isBlank()) {
            throw refuse(
                    "password-file (DATABASE_PASSWORD_FILE)",
                    "there is a DATABASE_PASSWORD too, and one of them is out of date. Unset one");
        }
        return read(file);
    }

    private static String read(Path file) {
        try {
            var password = Files.readString(file).strip();
            if (password.isEmpty()) {
                throw refuse("password-file (DATABASE_PASSWORD_FILE)", file + " is empty. Write the password into it");
            }
            return password;
        } catch (IOException e) {
            throw refuse(
                    "password-file (DATABASE_PASSWORD_FILE)",
                    "it cannot be read (%s). Make it readable for user %s"
                            .formatted(e, System.getProperty("user.name")));
        }
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }

    private static InvalidConfigurationPropertyValueException refuse(String setting, String why) {
        return new InvalidConfigurationPropertyValueException("noc.database." + setting, "(not shown)", why + ".");
    }
}
