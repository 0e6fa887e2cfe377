package dev.aftersales.chassis.time;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says to whoever starts a service what to do. */
final class SimulationRefusedAnalyzer extends AbstractFailureAnalyzer<SimulationRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SimulationRefused cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Take \"" + SimulationRefusal.SIMULATION
                        + "\" out of SPRING_PROFILES_ACTIVE. Only to try the suite out,"
                        + " on data of its own and a single broker: set AFTERSALES_TOPICS_REPLICATION=1 and leave the"
                        + " profile \"production\" out.",
                cause);
    }
}
