package dev.aftersales.contracts.events.policies;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.claims.Addressee;
import dev.aftersales.contracts.events.claims.CoverageDecided.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy version is set to take effect. It never changes, unless it is given up before it takes effect
 * ({@link PolicyVersionWithdrawn}): whoever needs the terms that an event names finds them here. It is told once, and once
 * more, with the same terms, where it was first told in a form that says less of them.
 *
 * @param policy the vendor's policy whose version it is, for example {@code A}
 * @param effectiveFrom claims that are submitted from then on are bound to it, until a later version takes effect
 * @param sha256 of the pack's UTF-8, in lower-case hexadecimal
 * @param pack the whole policy pack, YAML
 * @param batchRules when faults of many alike units are a batch, read off the pack so that nobody need parse it; empty where
 *     the policy has no such rule, absent where it was told before that was said
 */
@EventContract(type = "policies.policy-version-published.v1", topic = Topic.POLICIES)
public record PolicyVersionPublished(
        String policyVersion,
        String vendor,
        String policy,
        Instant effectiveFrom,
        String sha256,
        String pack,
        @Nullable List<BatchRule> batchRules)
        implements Event {
    public PolicyVersionPublished {
        batchRules = batchRules == null ? null : List.copyOf(batchRules);
    }

    /**
     * When faulty units are a batch.
     *
     * @param rule its name, unique in the policy version
     * @param clause that has it
     * @param reading that settles what the clause leaves open
     * @param units so many distinct ones, or more, are a batch
     * @param window within which they are counted, rolling; whole days of 24 hours
     * @param groupedBy in what they are alike
     * @param text the clause in the pack's words
     * @param readingText the reading in the pack's words
     * @param plan what is promised then; absent where nothing is
     */
    public record BatchRule(
            String rule,
            String clause,
            @Nullable String reading,
            int units,
            Duration window,
            List<Trait> groupedBy,
            Words text,
            @Nullable Words readingText,
            @Nullable Plan plan) {
        public BatchRule {
            groupedBy = List.copyOf(groupedBy);
        }
    }

    /** What the units of a batch have in common. Without {@code CONTRACT_HOLDER} it is counted over all customers. */
    public enum Trait {
        /** The customer company that holds the contract. */
        CONTRACT_HOLDER,
        MODEL,
        FAULT_FAMILY,
        /** The production lot, where it is known. */
        LOT
    }

    /**
     * By when an emergency plan is started.
     *
     * @param within elapsed time from the unit that made the batch
     * @param warnedAt when one is reminded of it, from the same start and before its end, in their order
     * @param told whom the suite tells
     * @param zone of the policy, in which its times are told to people; absent where that was not said
     */
    public record Plan(
            Duration within,
            List<Duration> warnedAt,
            Told told,
            @Nullable String zone) {
        public Plan {
            warnedAt = List.copyOf(warnedAt);
        }
    }

    /**
     * Roles of the vendor, each once.
     *
     * @param warned when one is reminded
     * @param breached when the plan was not started in time
     */
    public record Told(List<Addressee> warned, List<Addressee> breached) {
        public Told {
            warned = List.copyOf(warned);
            breached = List.copyOf(breached);
        }
    }
}
