package dev.aftersales.local.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What the suite takes for the present. Asked anew each time, because anybody may have moved it meanwhile; machine time
 * where it cannot be moved.
 */
public final class BusinessTime extends Clock {

    /** Whom the suite lets look at its clock. */
    private static final String OPERATOR = "olga";

    private final Gateway gateway;

    public BusinessTime(Gateway gateway) {
        this.gateway = gateway;
    }

    /**
     * How far it is ahead of machine time.
     *
     * @throws java.io.UncheckedIOException if nobody answers
     */
    public Duration offset() {
        Answer answer = gateway.get(OPERATOR, "/ops/v1/clock");
        return answer.status() == 200
                ? Duration.parse(answer.body().path("offset").asString())
                : Duration.ZERO;
    }

    /** @throws java.io.UncheckedIOException if nobody answers */
    @Override
    public Instant instant() {
        return Instant.now().plus(offset());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("read as an instant");
    }
}
