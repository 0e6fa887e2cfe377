package dev.aftersales.notifications.templates;

import dev.aftersales.contracts.events.Money;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.batches.Containment;
import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated.LotReach;
import dev.aftersales.contracts.events.batches.ResolutionKind;
import dev.aftersales.contracts.events.claims.AnswerChannel;
import dev.aftersales.contracts.events.claims.CoverageDecided.Charge;
import dev.aftersales.contracts.events.claims.CoverageDecided.DisputeAnswer;
import dev.aftersales.contracts.events.claims.CoverageDecided.Explanation;
import dev.aftersales.contracts.events.claims.CoverageDecided.Goodwill;
import dev.aftersales.contracts.events.claims.CoverageDecided.SendBy;
import dev.aftersales.contracts.events.claims.CoverageDecided.Words;
import dev.aftersales.contracts.events.claims.DisputeDecided.Outcome;
import dev.aftersales.contracts.events.claims.DisputeDecided.Standing;
import dev.aftersales.contracts.events.claims.PayBefore;
import dev.aftersales.contracts.events.claims.Promised;
import dev.aftersales.contracts.events.claims.QuoteIssued.Freight;
import dev.aftersales.contracts.events.claims.QuoteIssued.Item;
import dev.aftersales.contracts.events.claims.QuoteIssued.VendorBears;
import dev.aftersales.contracts.events.claims.WithdrawnQuote;
import dev.aftersales.contracts.events.notices.BatchNoticeRequested.Kind;
import dev.aftersales.contracts.events.policies.PolicyNoticeRequested.Change;
import dev.aftersales.contracts.events.policies.PolicyNoticeWithdrawn.Next;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import dev.aftersales.contracts.events.radar.UnitGroup;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody is told, one kind for each template. Holds ids and facts of the claim, never a person's data. */
public sealed interface News {

    /** The words for it. */
    Template template();

    /**
     * The claim is in hand (A4.3).
     *
     * @param contractNumber absent when the claim is judged without a contract
     */
    record ClaimReceived(@Nullable String contractNumber, String model, String faultCode, List<UnitLine> lines)
            implements News {
        public ClaimReceived {
            lines = List.copyOf(lines);
        }

        @Override
        public Template template() {
            return Template.CLAIM_RECEIVED;
        }
    }

    /** The claim cannot be judged without more evidence (A4.2). */
    record EvidenceRequested(List<Item> items) implements News {
        public EvidenceRequested {
            items = List.copyOf(items);
        }

        @Override
        public Template template() {
            return Template.EVIDENCE_REQUESTED;
        }

        /**
         * One thing that is missing.
         *
         * @param item as the policy names it, for example {@code PHOTO_OR_VIDEO}
         * @param line that lacks it; absent when the whole claim does
         * @param words what people call it; absent in a letter of before there were any
         */
        public record Item(
                String clause,
                String item,
                @Nullable Integer line,
                @Nullable Words words) {}
    }

    /**
     * Who pays, line by line.
     *
     * @param explanations the reasons, each once for all lines that name it; a letter of before there were any has none
     * @param dispute that led to it; absent when none did
     * @param withdrawn quotes that stand no longer because of it; absent when none
     * @param explained true where a person has said why in words that are read with the decision; absent otherwise
     */
    record CoverageDecided(
            String policyVersion,
            List<Line> lines,
            @Nullable List<Explanation> explanations,
            @Nullable DisputeAnswer dispute,
            @Nullable List<WithdrawnQuote> withdrawn,
            @Nullable Boolean explained)
            implements News {
        public CoverageDecided {
            withdrawn = withdrawn == null ? null : List.copyOf(withdrawn);
            lines = List.copyOf(lines);
            explanations = explanations == null ? List.of() : List.copyOf(explanations);
        }

        /** A decision to which nobody has said more. */
        public CoverageDecided(
                String policyVersion,
                List<Line> lines,
                @Nullable List<Explanation> explanations,
                @Nullable DisputeAnswer dispute,
                @Nullable List<WithdrawnQuote> withdrawn) {
            this(policyVersion, lines, explanations, dispute, withdrawn, null);
        }

        /** Never absent. */
        @Override
        public List<Explanation> explanations() {
            return explanations == null ? List.of() : explanations;
        }

        @Override
        public Template template() {
            return Template.COVERAGE_DECIDED;
        }

        /**
         * The verdict on one line.
         *
         * @param route how it will be served; only with a covered verdict
         * @param explanationId names its reasons; absent in a letter of before there were any
         * @param charges who pays for what; absent when the policy says nothing of it
         * @param goodwill what the vendor bears beside the verdict; absent when nothing
         * @param partsOnly true where parts are all that is sent, and no unit comes to the vendor; absent otherwise
         * @param sendBy by when the customer is to send the unit; absent where no time is set for that, and in a letter of
         *     before that was told
         */
        public record Line(
                int line,
                @Nullable String serial,
                Verdict verdict,
                @Nullable Route route,
                List<String> clauses,
                @Nullable String explanationId,
                @Nullable List<Charge> charges,
                @Nullable Goodwill goodwill,
                @Nullable Boolean partsOnly,
                @Nullable SendBy sendBy) {
            public Line {
                clauses = List.copyOf(clauses);
                charges = charges == null ? null : List.copyOf(charges);
            }

            /** A line of which no more is to be told than the verdict and its reasons. */
            public Line(
                    int line,
                    @Nullable String serial,
                    Verdict verdict,
                    @Nullable Route route,
                    List<String> clauses,
                    @Nullable String explanationId) {
                this(line, serial, verdict, route, clauses, explanationId, null, null, null, null);
            }
        }
    }

    /**
     * The customer's dispute is in hand; a person decides it.
     *
     * @param withdrawn quotes that stand no longer because of it; absent when none
     */
    record CoverageDisputed(
            int dispute,
            List<Integer> lines,
            List<String> clauses,
            @Nullable List<WithdrawnQuote> withdrawn) implements News {
        public CoverageDisputed {
            withdrawn = withdrawn == null ? null : List.copyOf(withdrawn);
            lines = List.copyOf(lines);
            clauses = List.copyOf(clauses);
        }

        @Override
        public Template template() {
            return Template.COVERAGE_DISPUTED;
        }
    }

    /**
     * A person decided the customer's dispute; why, in that person's words, stands with the claim.
     *
     * @param standing what the clauses say that stand; absent when none does, and in a letter of before they were told
     */
    record DisputeDecided(
            int dispute,
            Outcome outcome,
            List<Integer> lines,
            List<String> clauses,
            @Nullable List<Standing> standing) implements News {
        public DisputeDecided {
            lines = List.copyOf(lines);
            clauses = List.copyOf(clauses);
            standing = standing == null ? null : List.copyOf(standing);
        }

        @Override
        public Template template() {
            return Template.DISPUTE_DECIDED;
        }
    }

    /**
     * The customer's request for a quote is in hand.
     *
     * @param lines whose fault is known
     * @param diagnosed lines whose fault is found out first
     */
    record QuoteRequested(List<Integer> lines, List<Integer> diagnosed) implements News {
        public QuoteRequested {
            lines = List.copyOf(lines);
            diagnosed = List.copyOf(diagnosed);
        }

        @Override
        public Template template() {
            return Template.QUOTE_REQUESTED;
        }
    }

    /**
     * Service is offered against payment (A1.3, B3.1, C4.1, D2.2a).
     *
     * @param moreItems how many follow the ones that are told; absent when none
     * @param validUntil absent when it does not expire
     * @param payBefore what waits for the payment; absent when nothing does
     * @param payWithin so long after the acceptance, a period of ISO 8601 (D2.6); absent when there is no such limit
     * @param zone in which deadlines are ends of days; absent in a letter of before there was one
     * @param partsOnly true where no unit comes to the vendor; absent otherwise
     * @param freight who bears which; absent when the policy does not say
     * @param vendorBears how much of it; absent in a letter of before that was told
     * @param withdrawn quotes in whose place it stands; absent when none
     */
    record QuoteIssued(
            int quote,
            List<Integer> lines,
            List<Item> items,
            @Nullable Integer moreItems,
            Money total,
            @Nullable Instant validUntil,
            @Nullable PayBefore payBefore,
            @Nullable String payWithin,
            @Nullable String zone,
            @Nullable Boolean partsOnly,
            @Nullable List<Freight> freight,
            @Nullable VendorBears vendorBears,
            @Nullable List<WithdrawnQuote> withdrawn)
            implements News {
        public QuoteIssued {
            withdrawn = withdrawn == null ? null : List.copyOf(withdrawn);
            lines = List.copyOf(lines);
            items = List.copyOf(items);
            freight = freight == null ? null : List.copyOf(freight);
        }

        @Override
        public Template template() {
            return Template.QUOTE_ISSUED;
        }
    }

    /**
     * The customer agreed to pay.
     *
     * @param payBefore what waits for the payment; absent when nothing does
     * @param payUntil the end of the time for it (D2.6); absent when there is none
     * @param zone in which that is the end of a day; absent in a letter of before there was one
     * @param partsOnly true where no unit comes to the vendor; absent otherwise
     * @param heardBy how the customer told staff, who accepted for them; absent where the customer did it
     * @param sendBy by when the customer is to send the unit; absent where no time is set for that, and in a letter of
     *     before that was told
     */
    record QuoteAccepted(
            int quote,
            List<Integer> lines,
            Money total,
            @Nullable PayBefore payBefore,
            @Nullable Instant payUntil,
            @Nullable String zone,
            @Nullable Boolean partsOnly,
            @Nullable AnswerChannel heardBy,
            @Nullable SendBy sendBy)
            implements News {
        public QuoteAccepted {
            lines = List.copyOf(lines);
        }

        @Override
        public Template template() {
            return Template.QUOTE_ACCEPTED;
        }
    }

    /**
     * The customer does not want it (D2.2b).
     *
     * @param heardBy how the customer told staff, who declined for them; absent where the customer did it
     */
    record QuoteDeclined(
            int quote, List<Integer> lines, @Nullable AnswerChannel heardBy) implements News {
        public QuoteDeclined {
            lines = List.copyOf(lines);
        }

        @Override
        public Template template() {
            return Template.QUOTE_DECLINED;
        }
    }

    /** Nobody accepted it in time. */
    record QuoteExpired(int quote, List<Integer> lines) implements News {
        public QuoteExpired {
            lines = List.copyOf(lines);
        }

        @Override
        public Template template() {
            return Template.QUOTE_EXPIRED;
        }
    }

    /** The money is there. */
    record PaymentReceived(int quote, List<Integer> lines, Money amount, Instant paidAt) implements News {
        public PaymentReceived {
            lines = List.copyOf(lines);
        }

        @Override
        public Template template() {
            return Template.PAYMENT_RECEIVED;
        }
    }

    /** Parts have to be waited for. */
    record PartsBackordered(List<Integer> lines, List<PartQuantity> missing) implements News {
        public PartsBackordered {
            lines = List.copyOf(lines);
            missing = List.copyOf(missing);
        }

        @Override
        public Template template() {
            return Template.PARTS_BACKORDERED;
        }
    }

    /** The warehouse packs the parts. */
    record PartsReleased(List<Integer> lines, List<PartQuantity> parts) implements News {
        public PartsReleased {
            lines = List.copyOf(lines);
            parts = List.copyOf(parts);
        }

        @Override
        public Template template() {
            return Template.PARTS_RELEASED;
        }
    }

    /** The carrier has the parcel (A4.5). */
    record PartsDispatched(List<Integer> lines, String carrier, String trackingNumber, Instant dispatchedAt)
            implements News {
        public PartsDispatched {
            lines = List.copyOf(lines);
        }

        @Override
        public Template template() {
            return Template.PARTS_DISPATCHED;
        }
    }

    /** The carrier handed the parcel over. */
    record Delivered(List<Integer> lines, Instant deliveredAt) implements News {
        public Delivered {
            lines = List.copyOf(lines);
        }

        @Override
        public Template template() {
            return Template.DELIVERED;
        }
    }

    /** Nothing is left to do. */
    record ClaimClosed(Instant closedAt) implements News {
        @Override
        public Template template() {
            return Template.CLAIM_CLOSED;
        }
    }

    /**
     * Lines ended because the customer did not do in time what was theirs to do (D4.2b).
     *
     * @param claimClosed whether the claim is closed by it
     * @param expiredAt when they ended
     */
    record ClaimExpired(Deadline deadline, boolean claimClosed, Instant expiredAt) implements News {
        @Override
        public Template template() {
            return Template.CLAIM_EXPIRED;
        }
    }

    /**
     * The customer is reminded of a promise that is not kept yet, their own or the vendor's (D4.2a, reading R-D6).
     *
     * @param deadline of a reminder: by when it must be kept for the claim to go on
     * @param number of the reminder, from 1; absent where it is the promise's target that has come
     * @param at the day of the reminder, or the target
     */
    record DeadlineReminder(Deadline deadline, @Nullable Integer number, Instant at) implements News {
        @Override
        public Template template() {
            return Template.DEADLINE_REMINDER;
        }
    }

    /** The customer is told that a promise was not kept in time, their own or the vendor's. */
    record DeadlineMissed(Deadline deadline) implements News {
        @Override
        public Template template() {
            return Template.DEADLINE_MISSED;
        }
    }

    /**
     * The customer is told that lines would have ended, and that what is under way holds that off (D4.2b, reading R-D6).
     *
     * @param deadline by when it must be done now
     * @param since when they would have ended
     */
    record ClosingHeld(Deadline deadline, Instant since) implements News {
        @Override
        public Template template() {
            return Template.CLOSING_HELD;
        }
    }

    /** The customer, who was told that lines had ended, is told what becomes of them now (D4.2b, reading R-D6). */
    record DeviceReportedLate(LateDevice device) implements News {
        @Override
        public Template template() {
            return Template.DEVICE_REPORTED_LATE;
        }
    }

    /**
     * A team that has to do with the device is told the same.
     *
     * @param otherClaims open claims about the same units
     */
    record DeviceToSeeTo(LateDevice device, List<String> otherClaims) implements News {
        public DeviceToSeeTo {
            otherClaims = List.copyOf(otherClaims);
        }

        @Override
        public Template template() {
            return Template.DEVICE_TO_SEE_TO;
        }
    }

    /**
     * A device of which somebody spoke only after lines had ended for want of it.
     *
     * @param clause that ended them
     * @param sent whether it was sent; else it came
     * @param happenedAt when that was
     * @param expiredAt when the lines had ended
     * @param reopened whether they go on
     * @param heldUntil the last second until which the device is waited for; absent where it is not
     * @param zone in which the days of the policy begin and end
     */
    record LateDevice(
            String clause,
            List<Integer> lines,
            boolean sent,
            Instant happenedAt,
            Instant expiredAt,
            boolean reopened,
            @Nullable Instant heldUntil,
            String zone) {
        public LateDevice {
            lines = List.copyOf(lines);
            // As with a deadline.
            Objects.requireNonNull(ZoneId.of(zone));
        }
    }

    /**
     * A team is told that a promise is not kept yet.
     *
     * @param countsFrom from when its time counts
     * @param number of the reminder, from 1; absent where it is the promise's target that has come
     * @param at the target, or the day of the reminder
     */
    record DeadlineWarned(
            Deadline deadline, Instant countsFrom, @Nullable Integer number, Instant at) implements News {
        @Override
        public Template template() {
            return Template.DEADLINE_WARNED;
        }
    }

    /**
     * A team is told that a promise was not kept in time.
     *
     * @param countsFrom from when its time counted
     */
    record DeadlineBreached(Deadline deadline, Instant countsFrom) implements News {
        @Override
        public Template template() {
            return Template.DEADLINE_BREACHED;
        }
    }

    /**
     * What is over its limit and still not done is put before a team.
     *
     * @param countsFrom from when its time counted
     * @param number which step of the escalation it is, from 1
     */
    record DeadlineEscalated(Deadline deadline, Instant countsFrom, int number) implements News {
        @Override
        public Template template() {
            return Template.DEADLINE_ESCALATED;
        }
    }

    /**
     * What is promised by when.
     *
     * @param clause of the policy that promises it
     * @param lines of the claim of which it is promised
     * @param dueAt the last second in which it is in time
     * @param zone in which the days of the policy begin and end, for example {@code Asia/Shanghai}
     */
    record Deadline(
            String policyVersion, String clause, Promised promise, List<Integer> lines, Instant dueAt, String zone) {
        public Deadline {
            lines = List.copyOf(lines);
            // A letter whose times nobody can tell is found out when it is asked for, not when it is written.
            Objects.requireNonNull(ZoneId.of(zone));
        }
    }

    /**
     * The vendor's policy will change (A6.2).
     *
     * @param noticeId the request that named the customer
     * @param effectiveFrom the new version takes effect then, or later
     * @param moreChanges how many changes had no room among those told
     * @param zone of the policy, in which its day is meant; absent in a letter of before it was told
     */
    record PolicyNotice(
            String noticeId,
            String policyVersion,
            Instant effectiveFrom,
            List<Change> changes,
            int moreChanges,
            @Nullable String zone)
            implements News {
        public PolicyNotice {
            changes = List.copyOf(changes);
        }

        @Override
        public Template template() {
            return Template.POLICY_NOTICE;
        }
    }

    /**
     * The vendor's policy will not change as the customer was told.
     *
     * @param noticeId the request that named the customer
     * @param policyVersion that does not take effect
     * @param inForce the version that is in force; absent where there is none
     * @param next the version that is set to take effect; absent where none is
     */
    record PolicyNoticeWithdrawn(
            String noticeId,
            String policyVersion,
            @Nullable String inForce,
            @Nullable Next next) implements News {
        @Override
        public Template template() {
            return Template.POLICY_NOTICE_WITHDRAWN;
        }
    }

    /**
     * Those who keep a calendar are told that it lacks a year which is needed, now or soon. It is about no claim.
     *
     * @param calendar the vendor's name of it, for example {@code china}
     * @param version its newest one
     * @param words what people call it
     * @param beginsAt the first instant of the year
     * @param awaited whether a deadline waits for the year already
     * @param zone of the calendar
     */
    record CalendarYearWanted(
            String calendar, int version, Words words, int year, Instant beginsAt, boolean awaited, String zone)
            implements News {
        public CalendarYearWanted {
            // As with a deadline.
            Objects.requireNonNull(ZoneId.of(zone));
        }

        @Override
        public Template template() {
            return Template.CALENDAR_YEAR_WANTED;
        }
    }

    /** Of a batch issue, for the vendor's teams (A4.7). It is about no claim: there may be hundreds. */
    sealed interface OfBatchIssue extends News {

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
     * @param unknownUnits how many of them have a serial that no sales contract has; absent where that was not told
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
            @Nullable Integer unknownUnits)
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
            @Nullable Integer claimedWithoutSerial)
            implements News {
        public BatchNotice {
            faultCodes = faultCodes == null ? null : List.copyOf(faultCodes);
            lots = List.copyOf(lots);
            serials = List.copyOf(serials);
            claims = List.copyOf(claims);
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
     */
    record BatchNoticeWithdrawn(
            String batchIssue,
            @Nullable String model,
            @Nullable List<String> faultCodes) implements News {
        public BatchNoticeWithdrawn {
            faultCodes = faultCodes == null ? null : List.copyOf(faultCodes);
        }

        @Override
        public Template template() {
            return Template.BATCH_NOTICE_WITHDRAWN;
        }
    }
}
