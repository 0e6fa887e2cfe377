package dev.aftersales.claims.versions;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.claims.adjudication.rules.BatchRule;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is told of a version that is set to take effect: its pack, and beside it what hearers need not read off it. */
final class Publication {

    /**
     * Counts what it has come to say, so that a version that was told before it said so is told once more: 1 the pack, 2 the
     * rules of batches, 3 the zone of their plans.
     */
    static final int FORM = 3;

    private Publication() {}

    /** @param policy by which claims are judged under the version */
    static PolicyVersionPublished of(PolicyVersion version, CompiledPolicy policy) {
        return new PolicyVersionPublished(
                version.id(),
                version.vendor(),
                version.policy(),
                policy.effectiveFrom(),
                version.sha256(),
                version.pack(),
                policy.rules().batches().stream()
                        .map(rule -> batchRule(rule, policy))
                        .toList());
    }

    private static PolicyVersionPublished.BatchRule batchRule(BatchRule rule, CompiledPolicy policy) {
        Text reading = policy.reading(rule.reading());
        return new PolicyVersionPublished.BatchRule(
                rule.rule(),
                rule.clause(),
                rule.reading(),
                rule.units(),
                Duration.ofDays(rule.windowDays()),
                rule.groupedBy(),
                words(policy.clause(rule.clause())),
                reading == null ? null : words(reading),
                plan(rule, policy.rules()));
    }

    private static PolicyVersionPublished.@Nullable Plan plan(BatchRule rule, PolicyRules rules) {
        for (PromisedTime clock : rules.clocks()) {
            PromisedTime.OfBatch batch = clock.batch();
            if (batch != null && rule.rule().equals(batch.rule()) && clock.limit() != null) {
                Duration within = Duration.ofHours(clock.limit());
                return new PolicyVersionPublished.Plan(
                        within,
                        batch.warnedAt().stream()
                                .map(percent -> within.multipliedBy(percent).dividedBy(100))
                                .toList(),
                        new PolicyVersionPublished.Told(
                                clock.tell().warned(), clock.tell().breached()),
                        rules.zone().getId());
            }
        }
        return null;
    }

    private static CoverageDecided.Words words(Text text) {
        return new CoverageDecided.Words(text.en(), text.zh());
    }
}
