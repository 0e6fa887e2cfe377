package dev.aftersales.claims.policies;

import dev.aftersales.claims.adjudication.rules.BatchRule;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.contracts.events.claims.Addressee;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads when faults of many alike units are a batch, and what the clock of its plan says beside other clocks. */
final class BatchReader {

    /** What a plan's clock cannot have, because no claim, no fault and no calendar is its own. */
    private static final List<String> NOT_OF_A_BATCH =
            List.of("batchUnits", "faultClass", "when", "hoursOf", "target", "none", "paused");

    private BatchReader() {}

    static List<BatchRule> batches(PackSection pack, PackNames names) {
        List<BatchRule> batches = new ArrayList<>();
        for (PackSection section : pack.optionalSections("batches")) {
            String rule = section.text("rule");
            if (batches.stream().anyMatch(other -> other.rule().equals(rule))) {
                throw section.error("rule", "'" + rule + "' is the name of a rule above");
            }
            int units = section.positive("units");
            if (units < BatchRule.LEAST_UNITS || units > BatchRule.MOST_UNITS) {
                throw section.error(
                        "units", "must be " + BatchRule.LEAST_UNITS + " to " + BatchRule.MOST_UNITS + " units");
            }
            int days = section.days("window");
            if (days > BatchRule.LONGEST_WINDOW) {
                throw section.error("window", "must be P1D to P" + BatchRule.LONGEST_WINDOW + "D");
            }
            List<Trait> groupedBy = section.someOf(Trait.class, "groupedBy");
            if (!groupedBy.contains(Trait.MODEL)) {
                throw section.error("groupedBy", "must hold MODEL; units of different models are no batch");
            }
            batches.add(new BatchRule(
                    rule, names.clause(section, "clause"), names.readingOrSettling(section), units, days, groupedBy));
            section.end();
        }
        return batches;
    }

    /**
     * The batch of which the clock is that of the plan; absent for a clock of single claims.
     *
     * @param others that stand above
     */
    static PromisedTime.@Nullable OfBatch ofBatch(
            PackSection clock, List<BatchRule> batches, List<PromisedTime> others) {
        if (!clock.has("batch")) {
            return ofUnits(clock, batches);
        }
        String name = clock.text("batch");
        BatchRule batch = batches.stream()
                .filter(rule -> rule.rule().equals(name))
                .findFirst()
                .orElseThrow(() -> clock.error(
                        "batch", "'" + name + "' is no rule of this pack; rules of batches stand under batches"));
        if (others.stream()
                .anyMatch(other ->
                        other.batch() != null && name.equals(other.batch().rule()))) {
            throw clock.error("batch", "'" + name + "' has a clock above");
        }
        for (String key : NOT_OF_A_BATCH) {
            if (clock.has(key)) {
                throw clock.error(key, "does not go with batch");
            }
        }
        refuseOther(clock, "start", BatchRule.START);
        refuseOther(clock, "stop", BatchRule.STOP);
        refuseOther(clock, "unit", PromisedTime.Unit.ELAPSED_HOURS.name());
        return new PromisedTime.OfBatch(name, batch.units(), warnedAt(clock));
    }

    private static void refuseOther(PackSection clock, String key, String wanted) {
        String given = clock.text(key);
        if (!given.equals(wanted)) {
            throw clock.error(key, "is '" + given + "'; must be " + wanted + " with batch");
        }
    }

    /** Before there were rules of batches, the clock itself said how many units are one. */
    private static PromisedTime.@Nullable OfBatch ofUnits(PackSection clock, List<BatchRule> batches) {
        if (clock.has("warnedAt")) {
            throw clock.error("warnedAt", "goes with batch; other clocks have a target");
        }
        Integer units = clock.optionalPositive("batchUnits");
        if (units == null) {
            return null;
        }
        if (!batches.isEmpty()) {
            throw clock.error(
                    "batchUnits",
                    "stands under batches already; name the rule instead, as batch: "
                            + batches.getFirst().rule());
        }
        return new PromisedTime.OfBatch(null, units, List.of());
    }

    private static List<Integer> warnedAt(PackSection clock) {
        List<Integer> percents = clock.optionalWholes("warnedAt");
        for (int i = 0; i < percents.size(); i++) {
            if (percents.get(i) < 1 || percents.get(i) > 99) {
                throw clock.error("warnedAt[" + i + "]", "must be 1 to 99 percent of the limit");
            }
            if (i > 0 && percents.get(i) <= percents.get(i - 1)) {
                throw clock.error("warnedAt[" + i + "]", "must lie beyond the one before");
            }
        }
        return percents;
    }

    /** A plan is the vendor's, and is told of in two steps only. */
    static void refuseOthersThanRoles(PackSection clock, PromisedTime.Telling tell) {
        if (!tell.escalated().isEmpty()) {
            throw clock.error("tell.escalated", "does not go with batch");
        }
        if (tell.warned().contains(Addressee.CUSTOMER)) {
            throw clock.error("tell.warned", "must be roles of the vendor with batch, not CUSTOMER");
        }
        if (tell.breached().contains(Addressee.CUSTOMER)) {
            throw clock.error("tell.breached", "must be roles of the vendor with batch, not CUSTOMER");
        }
    }
}
