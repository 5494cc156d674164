package dev.noc.probe.spool;

import dev.noc.protocol.WireTime;
import java.time.Instant;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes every time with milliseconds: left alone, Jackson writes none on a full second. */
@JacksonComponent
class WireTimeSerializer extends ValueSerializer<Instant> {

    @Override
    public void serialize(Instant time, JsonGenerator json, SerializationContext context) {
        json.writeString(WireTime.format(time));
    }
}
