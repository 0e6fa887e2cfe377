package dev.aftersales.claims.policies;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import java.time.Clock;

/** The exporter's pack as the service reads it, for tests of the engine. */
public final class ExporterPack {

    /** Version A-1, compiled. */
    public static final CompiledPolicy POLICY =
            PolicyPacks.load(Clock.systemUTC()).version("A-1").orElseThrow();

    private ExporterPack() {}
}
