package dev.aftersales.chassis.time;

import dev.aftersales.contracts.Topic;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Keeps simulated time out of production: whoever could move the clock there could let every term of every customer run
 * out. Done before the first bean is made, and so before anything is waited for.
 */
final class SimulationRefusal implements ApplicationListener<ApplicationPreparedEvent> {

    /** The profile under which business time can be moved. */
    static final String SIMULATION = "simulation";

    private static final String PRODUCTION = "production";
    private static final String REPLICATION = "aftersales.topics.replication";

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        if (!environment.acceptsProfiles(Profiles.of(SIMULATION))) {
            return;
        }
        if (environment.acceptsProfiles(Profiles.of(PRODUCTION))) {
            throw new SimulationRefused("the profile \"" + PRODUCTION + "\" is active too");
        }
        int replication = environment.getProperty(REPLICATION, Integer.class, Topic.REPLICATION);
        if (replication > 1) {
            throw new SimulationRefused(REPLICATION + " is " + replication
                    + ", and brokers that keep copies of what they are told are production's");
        }
    }
}
