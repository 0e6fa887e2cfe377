package dev.aftersales.claims.adjudication;

import java.time.Instant;
import java.time.ZoneId;

/** A policy version made ready for judging. Immutable; shared by all threads. */
public final class CompiledPolicy {

    private final String vendor;
    private final String version;
    private final ZoneId zone;
    private final Instant effectiveFrom;

    CompiledPolicy(String vendor, String version, ZoneId zone, Instant effectiveFrom) {
        this.vendor = vendor;
        this.version = version;
        this.zone = zone;
        this.effectiveFrom = effectiveFrom;
    }

    public String vendor() {
        return vendor;
    }

    /** For example {@code A-1}. */
    public String version() {
        return version;
    }

    /** In which the policy's days begin and end. */
    public ZoneId zone() {
        return zone;
    }

    /** From when on claims are bound to it. */
    public Instant effectiveFrom() {
        return effectiveFrom;
    }
}
