package dev.aftersales.testing.bad.claims.time;

import java.time.Instant;
import java.util.function.Supplier;

class AsksByReference {
    Supplier<Instant> now = Instant::now;
}
