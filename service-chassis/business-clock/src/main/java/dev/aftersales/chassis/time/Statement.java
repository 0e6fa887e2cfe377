package dev.aftersales.chassis.time;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an instance says of itself on {@link ClockTopics#FOLLOWERS}, under its id.
 *
 * @param offset at which its business time stands
 * @param at machine time
 */
record Statement(String service, Duration offset, Instant at) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    byte[] toBytes() {
        return JSON.writeValueAsBytes(this);
    }

    /** @throws JacksonException when it is none */
    static Statement of(byte[] bytes) {
        return JSON.readValue(bytes, Statement.class);
    }
}
