package dev.aftersales.testing.good.claims.intake;

import java.time.Clock;
import java.time.Instant;

public sealed interface Claim {

    Serial serial();

    record Submitted(Serial serial, Instant at) implements Claim {
        static Submitted now(Serial serial, Clock clock) {
            return new Submitted(serial, Instant.now(clock));
        }
    }
}
