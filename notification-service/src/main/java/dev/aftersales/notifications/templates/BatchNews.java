package dev.aftersales.notifications.templates;

import dev.aftersales.contracts.events.batches.Containment;
import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated.LotReach;
import dev.aftersales.contracts.events.batches.ResolutionKind;
import dev.aftersales.contracts.events.claims.CoverageDecided.Words;
import dev.aftersales.contracts.events.notices.BatchNoticeRequested.Kind;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import dev.aftersales.contracts.events.radar.UnitGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody is told of a batch issue (A4.7). */
public sealed interface BatchNews extends News {

    /** Of a batch issue, for the vendor's teams (A4.7). It is about no claim: there may be hundreds. */
    sealed interface OfBatchIssue extends BatchNews {

        String batchIssue();

        /** What its units have in common. */
        UnitGroup group();
    }

    /**
     * Enough alike units failed.
     *
     * @param terms of the rule that makes them a batch
     * @param unverified units without a serial
     * @param firstAt when the first of the lines was claimed that are told
     * @param reachedAt when there were enough
     * @param planDueAt the last second in which the emergency plan is started in time; absent where none is promised
     * @param byThreshold true where no unit made it a batch, but a threshold that took effect then; absent in a letter of before
     *     that was told
     * @param byMove true where a unit that was claimed before came to the others then; absent in a letter of before that was
     *     told
     * @param unknownUnits how many of them have a serial that no sales contract has; absent where that was not told
     * @param unknownAtLeast whether there may be more, because the lines of more units follow; absent where {@code unknownUnits}
     *     is, and in a letter of before that was told
     */
    record BatchIssueDetected(
            String batchIssue,
            UnitGroup group,
            String policyVersion,
            BatchRule terms,
            int units,
            int unverified,
            Instant firstAt,
            Instant reachedAt,
            @Nullable Instant planDueAt,
            @Nullable Boolean byThreshold,
            @Nullable Boolean byMove,
            @Nullable Integer unknownUnits,
            @Nullable Boolean unknownAtLeast)
            implements OfBatchIssue {
        @Override
        public Template template() {
            return Template.BATCH_ISSUE_DETECTED;
        }
    }

    /**
     * Nobody has started the emergency plan yet.
     *
     * @param units that count by now
     * @param after so much of its time is over
     */
    record EmergencyPlanWarned(String batchIssue, UnitGroup group, int units, PlanPromise promise, Duration after)
            implements OfBatchIssue {
        @Override
        public Template template() {
            return Template.EMERGENCY_PLAN_WARNED;
        }
    }

    /**
     * Nobody started the emergency plan in time.
     *
     * @param units that count by now
     */
    record EmergencyPlanOverdue(String batchIssue, UnitGroup group, int units, PlanPromise promise)
            implements OfBatchIssue {
        @Override
        public Template template() {
            return Template.EMERGENCY_PLAN_OVERDUE;
        }
    }

    /**
     * By when the emergency plan is promised.
     *
     * @param reading that settles what the clause leaves open
     * @param text the clause in the pack's words
     * @param countsFrom when there were enough units
     * @param dueAt the last second in which it is in time
     * @param zone of the policy, in which times are told; absent where that was not said
     */
    record PlanPromise(
            String policyVersion,
            String clause,
            @Nullable String reading,
            Words text,
            Instant countsFrom,
            Instant dueAt,
            @Nullable String zone) {}

    /**
     * The emergency plan is started, and its clock has stopped.
     *
     * @param units that count by now
     * @param owner id of who answers for it
     * @param lots the affected ones; none where the plan is about all units of the model
     * @param dueAt the last second in which it was in time; absent where nothing is promised
     * @param zone of the policy, in which times are told; absent where that was not said
     * @param reach what was known of each of the lots; absent where that was not said
     */
    record EmergencyPlanInitiated(
            String batchIssue,
            UnitGroup group,
            int units,
            String owner,
            Containment containment,
            boolean tellSisterOwners,
            List<String> lots,
            Instant initiatedAt,
            @Nullable Instant dueAt,
            boolean inTime,
            @Nullable String zone,
            @Nullable List<LotReach> reach)
            implements OfBatchIssue {
        public EmergencyPlanInitiated {
            lots = List.copyOf(lots);
            reach = reach == null ? null : List.copyOf(reach);
        }

        @Override
        public Template template() {
            return Template.EMERGENCY_PLAN_INITIATED;
        }
    }

    /**
     * A person closed the issue.
     *
     * @param as what it was closed; no {@code kind}, for that is where the name of the record is kept; absent in a letter of
     *     before that was told
     * @param by id of the person; absent with that
     * @param zone of the policy, in which times are told; absent where that was not said
     */
    record BatchIssueResolved(
            String batchIssue,
            UnitGroup group,
            Instant resolvedAt,
            @Nullable ResolutionKind as,
            @Nullable String by,
            @Nullable String zone)
            implements OfBatchIssue {
        @Override
        public Template template() {
            return Template.BATCH_ISSUE_RESOLVED;
        }
    }

    /**
     * A customer is told of a batch issue that units of theirs are in, or may come to be in: one digest.
     *
     * @param why the customer is concerned; no {@code kind}, for that is where the name of the record is kept
     * @param model absent where the issue names none
     * @param faultCodes with which alike units were claimed; absent in a letter of before that was told
     * @param lots the affected ones; none where they are not known, or all of the model are
     * @param units that concern the customer
     * @param unverified those of them without a serial
     * @param serials the first of the others
     * @param claims the first of the customer's claims that are about them
     * @param claimedWithoutSerial failed units that the company claimed without a serial, of which the units may be some;
     *     absent where there are none
     * @param awaitingClaims the first of the customer's claims that do not go on before the customer adds what is wanted; absent
     *     where there are none, and in a letter of before that was told
     */
    record BatchNotice(
            String batchIssue,
            Kind why,
            @Nullable String model,
            @Nullable List<String> faultCodes,
            List<String> lots,
            int units,
            int unverified,
            List<String> serials,
            List<String> claims,
            @Nullable Integer claimedWithoutSerial,
            @Nullable List<String> awaitingClaims)
            implements BatchNews {
        public BatchNotice {
            faultCodes = faultCodes == null ? null : List.copyOf(faultCodes);
            lots = List.copyOf(lots);
            serials = List.copyOf(serials);
            claims = List.copyOf(claims);
            awaitingClaims = awaitingClaims == null ? null : List.copyOf(awaitingClaims);
        }

        @Override
        public Template template() {
            return switch (why) {
                case FAILED_UNITS -> Template.FAILED_UNITS_NOTICE;
                case SISTER_UNITS -> Template.SISTER_UNITS_NOTICE;
            };
        }
    }

    /**
     * A customer who was told of a batch issue is told that it turned out to be none: one word, for whatever of it they were
     * told.
     *
     * @param model of which they were told; absent where the issue named none
     * @param faultCodes of which they were told; absent where none were
     * @param takenBack what they were told; absent in a letter of before that was said
     * @param standing other batch issues of that model and fault of which they are told, and which still stand; absent where
     *     there are none
     */
    record BatchNoticeWithdrawn(
            String batchIssue,
            @Nullable String model,
            @Nullable List<String> faultCodes,
            @Nullable List<TakenBack> takenBack,
            @Nullable List<String> standing)
            implements BatchNews {
        public BatchNoticeWithdrawn {
            faultCodes = faultCodes == null ? null : List.copyOf(faultCodes);
            takenBack = takenBack == null ? null : List.copyOf(takenBack);
            standing = standing == null ? null : List.copyOf(standing);
        }

        @Override
        public Template template() {
            return Template.BATCH_NOTICE_WITHDRAWN;
        }
    }

    /** What a customer was told of a batch issue for one reason, in the terms of {@link BatchNotice}. */
    record TakenBack(Kind why, List<String> lots, int units, int unverified, List<String> serials) {
        public TakenBack {
            lots = List.copyOf(lots);
            serials = List.copyOf(serials);
        }

        public static TakenBack of(BatchNotice notice) {
            return new TakenBack(notice.why(), notice.lots(), notice.units(), notice.unverified(), notice.serials());
        }
    }
}
