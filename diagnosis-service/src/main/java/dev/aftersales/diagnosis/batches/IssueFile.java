package dev.aftersales.diagnosis.batches;

import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import dev.aftersales.contracts.events.radar.CountedLine;
import dev.aftersales.contracts.events.radar.ThresholdReached;
import dev.aftersales.contracts.events.radar.UnitGroup;
import dev.aftersales.diagnosis.batches.HistoryEntry.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a batch issue knows in whichever state it is. Its lines are kept beside it: they may be tens of thousands.
 *
 * @param groupId of the units, as the radar names it
 * @param episode which issue of the group it is, from 1
 * @param terms of the rule that made it one, as the policy version has them
 * @param group what its units have in common
 * @param units distinct serials, and quantities of lines without
 * @param unverified those of them without a serial
 * @param byCode how many of them were claimed with which fault code, line by line; fewer than all where that was not told
 * @param reachedAt when there were enough units; the plan's time counts from then
 * @param detectedAt when this was heard
 * @param grewAt when its units last became more or fewer; absent while they have not
 * @param told what the plan's clock has set off so far, in its order
 * @param history oldest first
 * @param supplies what logistics says of it
 */
record IssueFile(
        String id,
        String vendor,
        String groupId,
        int episode,
        String policyVersion,
        BatchRule terms,
        UnitGroup group,
        int units,
        int unverified,
        Map<String, Integer> byCode,
        Instant reachedAt,
        Instant detectedAt,
        @Nullable Instant grewAt,
        List<PlanMoment> told,
        List<HistoryEntry> history,
        Supplies supplies) {

    IssueFile {
        told = List.copyOf(told);
        history = List.copyOf(history);
        // An issue that was kept before there were any has none.
        byCode = Map.copyOf(Objects.requireNonNullElse(byCode, Map.of()));
        supplies = Objects.requireNonNullElse(supplies, Supplies.NONE);
    }

    static IssueFile detected(String id, ThresholdReached alarm, Instant at) {
        return new IssueFile(
                id,
                alarm.vendor(),
                alarm.groupId(),
                alarm.episode(),
                alarm.policyVersion(),
                alarm.terms(),
                alarm.group(),
                alarm.units(),
                alarm.unverified(),
                counted(Map.of(), alarm.lines(), List.of()),
                alarm.reachedAt(),
                at,
                null,
                List.of(),
                List.of(HistoryEntry.of(at, HistoryEntry.SUITE, What.DETECTED)),
                Supplies.NONE);
    }

    /**
     * It has other lines than before.
     *
     * @param came lines that count from now on
     * @param went lines that count no more
     */
    IssueFile counting(int unitsNow, int unverifiedNow, List<CountedLine> came, List<CountedLine> went, Instant at) {
        return new IssueFile(
                id,
                vendor,
                groupId,
                episode,
                policyVersion,
                terms,
                group,
                unitsNow,
                unverifiedNow,
                counted(byCode, came, went),
                reachedAt,
                detectedAt,
                at,
                told,
                history,
                supplies);
    }

    /** Its time counts from that moment, if it is an earlier one. */
    IssueFile reached(@Nullable Instant sooner, Instant at) {
        if (sooner == null || !sooner.isBefore(reachedAt)) {
            return this;
        }
        return new IssueFile(
                        id,
                        vendor,
                        groupId,
                        episode,
                        policyVersion,
                        terms,
                        group,
                        units,
                        unverified,
                        byCode,
                        sooner,
                        detectedAt,
                        grewAt,
                        told,
                        history,
                        supplies)
                .noting(at, HistoryEntry.SUITE, What.REACHED_SOONER);
    }

    private static Map<String, Integer> counted(
            Map<String, Integer> before, List<CountedLine> came, List<CountedLine> went) {
        Map<String, Integer> now = new HashMap<>(before);
        went.forEach(line -> add(now, line, -line.quantity()));
        came.forEach(line -> add(now, line, line.quantity()));
        now.values().removeIf(units -> units <= 0);
        return now;
    }

    private static void add(Map<String, Integer> units, CountedLine line, int quantity) {
        if (line.faultCode() != null) {
            units.merge(line.faultCode(), quantity, IssueFile::sum);
        }
    }

    /** Quantities are what somebody typed: more than can be counted is as many as can. */
    private static int sum(int units, int more) {
        return (int) Math.min(Integer.MAX_VALUE, (long) units + more);
    }

    IssueFile telling(PlanMoment moment) {
        List<PlanMoment> more = new ArrayList<>(told);
        more.add(moment);
        What what =
                switch (moment.kind()) {
                    case WARNED -> What.PLAN_WARNED;
                    case OVERDUE -> What.PLAN_OVERDUE;
                };
        return new IssueFile(
                        id,
                        vendor,
                        groupId,
                        episode,
                        policyVersion,
                        terms,
                        group,
                        units,
                        unverified,
                        byCode,
                        reachedAt,
                        detectedAt,
                        grewAt,
                        more,
                        history,
                        supplies)
                .noting(new HistoryEntry(moment.at(), HistoryEntry.SUITE, what, moment.after()));
    }

    IssueFile noting(Instant at, String by, What what) {
        return noting(HistoryEntry.of(at, by, what));
    }

    private IssueFile noting(HistoryEntry entry) {
        List<HistoryEntry> more = new ArrayList<>(history);
        more.add(entry);
        return new IssueFile(
                id,
                vendor,
                groupId,
                episode,
                policyVersion,
                terms,
                group,
                units,
                unverified,
                byCode,
                reachedAt,
                detectedAt,
                grewAt,
                told,
                more,
                supplies);
    }

    /** Logistics is told that these parts are wanted. */
    IssueFile asking(List<PartQuantity> parts, Instant at) {
        return supplied(supplies.asking(parts, at));
    }

    IssueFile supplied(Supplies now) {
        return new IssueFile(
                id,
                vendor,
                groupId,
                episode,
                policyVersion,
                terms,
                group,
                units,
                unverified,
                byCode,
                reachedAt,
                detectedAt,
                grewAt,
                told,
                history,
                now);
    }
}
