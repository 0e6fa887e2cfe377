package dev.aftersales.claims.versions;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Insertion;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.chassis.store.Outages;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.policies.PolicyPacks;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Lets this instance follow what any instance activates, within half a second. Before the first request it publishes the
 * versions that came with this release, and refuses to start when it cannot read one that was activated before.
 */
final class PolicyRefresh implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PolicyRefresh.class);
    private static final Duration EVERY = Duration.ofMillis(500);
    /** More than a vendor makes. */
    private static final int MOST_VERSIONS = 200;

    private final PolicyPacks shipped;
    private final StoredPolicies policies;
    private final Successions successions;
    private final Aggregates<PolicyVersion> versions;
    private final Clock businessClock;
    private volatile boolean running;
    private @Nullable Thread thread;

    PolicyRefresh(
            PolicyPacks shipped,
            StoredPolicies policies,
            Successions successions,
            Aggregates<PolicyVersion> versions,
            Clock businessClock) {
        this.shipped = shipped;
        this.policies = policies;
        this.successions = successions;
        this.versions = versions;
        this.businessClock = businessClock;
    }

    @Override
    public void start() {
        shipped.shipped().forEach(this::publish);
        successions.all().forEach(policies::learn);
        running = true;
        thread = Thread.ofVirtual().name("policy-refresh").start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        Thread worker = thread;
        if (worker != null) {
            LockSupport.unpark(worker);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the relay, which takes what is published, and before the listeners and the web server. */
    @Override
    public int getPhase() {
        return -400;
    }

    /**
     * Publishes a version that came with this release.
     *
     * @throws IllegalStateException when another version came with a release before: its successor must be announced (A6.2)
     */
    void publish(PolicyPacks.Shipped pack) {
        CompiledPolicy policy = pack.policy();
        refuseSuccessor(policy);
        PolicyVersion version = PolicyVersion.shipped(
                        policy.version(),
                        policy.vendor(),
                        policy.rules().policy(),
                        pack.text(),
                        policy.effectiveFrom(),
                        businessClock.instant().truncatedTo(ChronoUnit.MILLIS))
                .published();
        Insertion<PolicyVersion> insertion =
                versions.insert(version.id(), Change.of(version, Publication.of(version, policy)));
        if (insertion instanceof Insertion.AlreadyThere<PolicyVersion>) {
            publishAgain(policy);
        }
        PolicyVersion there = insertion.stored().state();
        if (!there.sha256().equals(version.sha256())) {
            log.atWarn()
                    .addKeyValue("policyVersion", version.id())
                    .addKeyValue("published", there.sha256())
                    .addKeyValue("shipped", version.sha256())
                    .log(
                            "A shipped pack is not what was published under its name; a change needs a version of its own");
        }
    }

    /**
     * Tells once more of a version that was published when less was told of one, by the rules by which claims are judged. The
     * pack that it was published with stays: its terms are immutable, and these only say what they mean.
     */
    private void publishAgain(CompiledPolicy policy) {
        versions.decide(
                policy.version(),
                stored -> stored.state().isPublished()
                        ? Decision.refuse(false)
                        : Decision.commit(stored.state().published(), true, Publication.of(stored.state(), policy)));
    }

    private void refuseSuccessor(CompiledPolicy policy) {
        if (versions.find(policy.version()).isPresent()) {
            return;
        }
        versions.query(eq("vendor", policy.vendor()), ascending("_id"), MOST_VERSIONS).stream()
                .map(Stored::state)
                .filter(version -> version.stage() instanceof Stage.Active active && active.shipped())
                .findFirst()
                .ifPresent(first -> {
                    throw new IllegalStateException("The release brings " + policy.version() + " of " + policy.vendor()
                            + ", of whom an earlier one brought " + first.id() + ". Bring that one again, and make "
                            + policy.version() + " a draft: its customers are to be told first.");
                });
    }

    private void work() {
        while (running) {
            LockSupport.parkNanos(EVERY.toNanos());
            try {
                successions.of(policies.vendorsAskedFor()).forEach(policies::learn);
            } catch (RuntimeException e) {
                // What is known stays in force; the next round is the retry, and the health of the store tells of
                // outages.
                if (!Outages.isOutage(e)) {
                    log.atError().setCause(e).log("The succession of policy versions could not be followed");
                }
            }
        }
    }
}
