package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.claims.deadlines.ClockStanding;
import dev.aftersales.contracts.events.claims.Addressee;
import dev.aftersales.contracts.events.claims.ClaimExpired;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.DeadlineBreached;
import dev.aftersales.contracts.events.claims.DeadlineEscalated;
import dev.aftersales.contracts.events.claims.DeadlineWarned;
import dev.aftersales.contracts.events.claims.Promised;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What deadlines set off: people are told, and lines end. */
final class FiringDeadlines {

    private final Function<Claim, CompiledPolicy> policies;

    /** @param policies the version that a claim is bound to */
    FiringDeadlines(Function<Claim, CompiledPolicy> policies) {
        this.policies = policies;
    }

    /** When the first of the deadlines sets something off. */
    static Optional<Instant> first(List<ClaimDeadline> deadlines) {
        return deadlines.stream()
                .flatMap(deadline -> deadline.pending().stream())
                .map(Fired::at)
                .min(Comparator.naturalOrder());
    }

    /**
     * All that deadlines of the claim set off in that moment.
     *
     * @param deadlines of the claim, as of that moment
     * @return empty when nothing is due then
     */
    Optional<Change<Claim>> fire(Claim claim, List<ClaimDeadline> deadlines, Instant at) {
        Amendment amendment = new Amendment(claim, at);
        CompiledPolicy policy = policies.apply(claim);
        List<Fired> all = new ArrayList<>();
        for (ClaimDeadline deadline : deadlines) {
            for (Fired due : deadline.pending()) {
                if (!due.at().isAfter(at)) {
                    new Firing(amendment, policy, deadlines, deadline, due).fire();
                    all.add(due);
                }
            }
        }
        if (all.isEmpty()) {
            return Optional.empty();
        }
        amendment.fired(all);
        return Optional.of(amendment.done());
    }

    /** One of them. */
    private record Firing(
            Amendment amendment,
            CompiledPolicy policy,
            List<ClaimDeadline> deadlines,
            ClaimDeadline deadline,
            Fired due) {

        void fire() {
            switch (due.kind()) {
                case TARGET -> {
                    note(TimelineEntry.What.DEADLINE_WARNED);
                    warn(
                            DeadlineWarned.Kind.TARGET,
                            dueAt(deadline),
                            null,
                            deadline.clock().tell().warned());
                }
                case REMINDER -> {
                    note(TimelineEntry.What.REMINDED);
                    warn(DeadlineWarned.Kind.REMINDER, lastChance(), null, List.of(Addressee.CUSTOMER));
                }
                case HOLD -> {
                    note(TimelineEntry.What.CLOSING_HELD);
                    warn(DeadlineWarned.Kind.TARGET, lastChance(), due.at(), List.of(Addressee.CUSTOMER));
                }
                case BREACH -> {
                    note(TimelineEntry.What.DEADLINE_BREACHED);
                    breach();
                }
                case ESCALATION -> {
                    note(TimelineEntry.What.DEADLINE_ESCALATED);
                    escalate(Objects.requireNonNull(due.number()));
                }
                case EXPIRY -> expire();
            }
        }

        private Claim claim() {
            return amendment.before();
        }

        private void note(TimelineEntry.What what) {
            amendment.note(
                    what,
                    Actor.policy(claim().policyVersion()),
                    due.lines(),
                    List.of(due.clause()),
                    null,
                    due.number() == null ? due.stop() : due.stop() + " " + due.number());
        }

        private void warn(DeadlineWarned.Kind kind, Instant last, @Nullable Instant heldSince, List<Addressee> tell) {
            Claim claim = claim();
            amendment.tell(new DeadlineWarned(
                    claim.id(),
                    claim.vendor(),
                    claim.policyVersion(),
                    claim.customer(),
                    due.clause(),
                    promised(),
                    due.lines(),
                    kind,
                    due.number(),
                    countsFrom(),
                    due.at(),
                    last,
                    heldSince,
                    zone(),
                    tell));
        }

        private void breach() {
            Claim claim = claim();
            amendment.tell(new DeadlineBreached(
                    claim.id(),
                    claim.vendor(),
                    claim.policyVersion(),
                    claim.customer(),
                    due.clause(),
                    promised(),
                    due.lines(),
                    countsFrom(),
                    dueAt(deadline),
                    due.at(),
                    zone(),
                    deadline.clock().tell().breached()));
        }

        private void escalate(int step) {
            Claim claim = claim();
            amendment.tell(new DeadlineEscalated(
                    claim.id(),
                    claim.vendor(),
                    claim.policyVersion(),
                    claim.customer(),
                    due.clause(),
                    promised(),
                    due.lines(),
                    step,
                    countsFrom(),
                    dueAt(deadline),
                    due.at(),
                    zone(),
                    deadline.clock().tell().escalated().get(step - 1).to()));
        }

        /** D4.2b: a line that waits for nothing but the customer's device ends. */
        private void expire() {
            List<Integer> ended = new ArrayList<>();
            for (int number : due.lines()) {
                amendment.line(number).ifPresent(line -> {
                    if (line.state() instanceof LineState.Authorised waiting) {
                        amendment.put(line.at(waiting.expired(due.at())));
                        ended.add(number);
                    }
                });
            }
            if (ended.isEmpty()) {
                return;
            }
            Claim claim = claim();
            amendment.note(
                    TimelineEntry.What.EXPIRED,
                    Actor.policy(claim.policyVersion()),
                    ended,
                    List.of(due.clause()),
                    null,
                    due.stop());
            amendment.tell(new ClaimExpired(
                    claim.id(),
                    claim.vendor(),
                    claim.policyVersion(),
                    claim.customer(),
                    due.clause(),
                    promised(),
                    ended,
                    amendment.ended() && claim.closedAt() == null,
                    due.at().minusSeconds(1),
                    due.at(),
                    zone()));
        }

        private Promised promised() {
            PromisedTime clock = deadline.clock();
            String stop = Objects.requireNonNull(clock.stop());
            var words = policy.words(stop);
            return new Promised(
                    Objects.requireNonNull(clock.start()), stop, new CoverageDecided.Words(words.en(), words.zh()));
        }

        private Instant countsFrom() {
            return reckoned(deadline).reckoning().start().countsFrom();
        }

        private String zone() {
            return policy.rules().zone().getId();
        }

        /** When the lines end if the customer goes on to do nothing; where they do not, when this time is over. */
        private Instant lastChance() {
            return deadlines.stream()
                    .filter(other -> other.endsAt() != null && other.lines().containsAll(due.lines()))
                    .map(other -> Objects.requireNonNull(other.endsAt()).minusSeconds(1))
                    .findFirst()
                    .orElseGet(() -> dueAt(deadline));
        }

        private static Instant dueAt(ClaimDeadline deadline) {
            return Objects.requireNonNull(reckoned(deadline).reckoning().dueAt());
        }

        private static ClockStanding.Reckoned reckoned(ClaimDeadline deadline) {
            if (deadline.standing() instanceof ClockStanding.Reckoned reckoned) {
                return reckoned;
            }
            throw new IllegalStateException(deadline.clock().clause() + " fires without having been started");
        }
    }
}
