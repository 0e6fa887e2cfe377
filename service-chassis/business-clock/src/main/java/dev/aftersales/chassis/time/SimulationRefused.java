package dev.aftersales.chassis.time;

/** Time must not be simulated here. */
final class SimulationRefused extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    SimulationRefused(String why) {
        super("The profile \"" + SimulationRefusal.SIMULATION + "\" lets business time be moved, but " + why + ".");
    }
}
