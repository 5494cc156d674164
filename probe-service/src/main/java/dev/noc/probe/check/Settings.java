package dev.noc.probe.check;

import dev.noc.protocol.Assignment;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the fields of a target that only its check has. Those that the check does not know are skipped. */
@Component
public class Settings {

    private final JsonMapper json;

    public Settings(JsonMapper json) {
        this.json = json;
    }

    /**
     * Returns what can be made of the settings.
     *
     * @param type a record with a component for each field
     * @param use may refuse them with an IllegalArgumentException
     */
    public <S, T> T of(Assignment target, Class<S> type, Function<S, T> use) {
        try {
            return use.apply(json.convertValue(target.settings(), type));
        } catch (JacksonException e) {
            throw new UnfitSettingsException(e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new UnfitSettingsException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Returns the value that a target gives, or the preset where it gives none. */
    public static int within(String field, @Nullable Integer value, int preset, int least, int most) {
        return value == null ? preset : within(field, value, least, most);
    }

    static int within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "'%s' must be a number from %d to %d, not %d".formatted(field, least, most, value));
        }
        return value;
    }

    /** The target asks for something that this probe cannot do. */
    static final class UnfitSettingsException extends RuntimeException {

        UnfitSettingsException(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
