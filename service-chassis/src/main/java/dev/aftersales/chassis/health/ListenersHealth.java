package dev.aftersales.chassis.health;

import dev.aftersales.chassis.events.Listeners;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Part of liveness: a service whose listener has died looks well and does nothing, so it must be restarted. */
public final class ListenersHealth implements HealthIndicator {

    private final Listeners listeners;

    public ListenersHealth(Listeners listeners) {
        this.listeners = listeners;
    }

    @Override
    public Health health() {
        List<String> dead = listeners.dead();
        return dead.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("dead", dead).build();
    }
}
