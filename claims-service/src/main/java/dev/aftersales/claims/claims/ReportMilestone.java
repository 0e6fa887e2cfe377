package dev.aftersales.claims.claims;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.contracts.events.Route;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the word of people on what only they can know and clocks hang on. The first word counts: saying it again changes
 * nothing, and saying that it happened at another time is refused.
 */
final class ReportMilestone {

    /** What people report, and who may. */
    enum Reported {
        /** A person spoke with the customer (E3.3, reading E?8). */
        FIRST_HUMAN_RESPONSE(
                Milestone.FIRST_HUMAN_RESPONSE,
                TimelineEntry.What.CUSTOMER_ANSWERED,
                Role.AGENT,
                Role.ACCOUNT_MANAGER,
                Role.TECHNICIAN),
        /** The device is on its way (D4.2a). */
        DEVICE_SENT(
                Milestone.DEVICE_SENT, TimelineEntry.What.DEVICE_SENT, Role.CUSTOMER, Role.ACCOUNT_MANAGER, Role.AGENT),
        /** The device is there (D4.2b). */
        DEVICE_RECEIVED(Milestone.DEVICE_RECEIVED, TimelineEntry.What.DEVICE_RECEIVED, Role.WAREHOUSE, Role.AGENT);

        final String event;
        final TimelineEntry.What what;
        private final Set<Role> by;

        Reported(String event, TimelineEntry.What what, Role... by) {
            this.event = event;
            this.what = what;
            this.by = Set.of(by);
        }

        Set<Role> by() {
            return by;
        }

        static Optional<Reported> of(TimelineEntry.What what) {
            return Stream.of(values()).filter(reported -> reported.what == what).findFirst();
        }

        static Optional<Reported> of(@Nullable String event) {
            return Stream.of(values())
                    .filter(reported -> reported.event.equals(event))
                    .findFirst();
        }
    }

    /** What became of it. */
    sealed interface Outcome {

        /**
         * It stands.
         *
         * @param words what stands now, the one that was said before included
         */
        record Kept(Claim claim, List<Milestone> words) implements Outcome {

            static Kept of(Claim claim, Reported reported, List<Integer> lines) {
                return new Kept(
                        claim,
                        claim.clocks().milestones().stream()
                                .filter(milestone -> milestone.event().equals(reported.event))
                                .filter(milestone -> milestone.lines().stream().anyMatch(lines::contains))
                                .toList());
            }
        }

        /** No clock of the policy hangs on it. */
        record NotAsked(Set<Reported> known) implements Outcome {}

        record LinesUnknown(List<Integer> lines) implements Outcome {}

        /**
         * It cannot have happened then.
         *
         * @param after what comes before it, as packs name it
         */
        record NotThen(Instant earliest, String after, Instant latest) implements Outcome {}

        /**
         * It was said before that it happened at another time, and the first word counts.
         *
         * @param happenedAt by that word
         */
        record SaidBefore(List<Integer> lines, Instant happenedAt) implements Outcome {}

        /**
         * Another word says that it cannot have happened then: nothing arrives before it was sent.
         *
         * @param other that word
         * @param happenedAt by that word
         */
        record Contradicts(List<Integer> lines, Reported other, Instant happenedAt) implements Outcome {}

        /** These lines wait for no such thing. */
        record NotAwaited(List<Integer> lines) implements Outcome {}
    }

    /** More other claims than these are named to nobody. */
    private static final int MOST_OTHERS = 20;

    private final Claims claims;
    private final Judge judge;
    private final Clock businessClock;

    ReportMilestone(Claims claims, Judge judge, Clock businessClock) {
        this.claims = claims;
        this.judge = judge;
        this.businessClock = businessClock;
    }

    /**
     * Keeps what is reported.
     *
     * @param lines that it is about; empty for all that can have it, of which those are left out of which it was said before
     * @param at when it happened; absent for now, and for whenever it was said to have happened before
     */
    Outcome report(Caller caller, Claim seen, Reported reported, Set<Integer> lines, @Nullable Instant at) {
        Set<Reported> known = known(seen);
        if (!known.contains(reported)) {
            return new Outcome.NotAsked(known);
        }
        Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant happened = at == null ? now : at.truncatedTo(ChronoUnit.MILLIS);
        CompiledPolicy policy = judge.policy(seen);
        PolicyRules rules = policy.rules();
        List<String> others = otherOpenClaims(seen, reported);
        return claims.<Outcome>decide(seen.id(), claim -> {
                    List<Integer> unknown = lines.stream()
                            .filter(line -> claim.line(line).isEmpty())
                            .sorted()
                            .toList();
                    if (!unknown.isEmpty()) {
                        return Decision.refuse(new Outcome.LinesUnknown(unknown));
                    }
                    List<Integer> about = claim.lines().stream()
                            .filter(line -> lines.isEmpty() ? canHave(line, reported) : lines.contains(line.line()))
                            .map(ClaimLine::line)
                            .toList();
                    List<Integer> cannot = claim.lines().stream()
                            .filter(line -> about.contains(line.line()) && !canHave(line, reported))
                            .map(ClaimLine::line)
                            .toList();
                    List<Integer> fresh = about.stream()
                            .filter(line -> !claim.clocks().has(reported.event, line))
                            .toList();
                    if (!cannot.isEmpty() || about.isEmpty()) {
                        return Decision.refuse(new Outcome.NotAwaited(cannot));
                    }
                    if (at != null && (fresh.isEmpty() || !lines.isEmpty())) {
                        Outcome.SaidBefore said = saidBefore(claim, reported, about, happened);
                        if (said != null) {
                            return Decision.refuse(said);
                        }
                    }
                    if (fresh.isEmpty()) {
                        return Decision.refuse(Outcome.Kept.of(claim, reported, about));
                    }
                    Milestone before = lastBefore(claim, rules, reported, fresh);
                    if (happened.isAfter(now) || isBefore(happened, before.at())) {
                        return Decision.refuse(new Outcome.NotThen(before.at(), before.event(), now));
                    }
                    Outcome.Contradicts contradicts = contradicts(claim, reported, fresh, happened);
                    if (contradicts != null) {
                        return Decision.refuse(contradicts);
                    }
                    Change<Claim> change =
                            new Keeping(policy, reported, happened, now, others).kept(claim, Actor.of(caller), fresh);
                    return Decision.commit(
                            change.state(), Outcome.Kept.of(change.state(), reported, about), change.events());
                })
                .orElseThrow(() -> new IllegalStateException("claim " + seen.id() + " is gone"));
    }

    /**
     * The last that happened to one of the lines of what the clocks begin with that it stops: it cannot have happened before
     * that. The claim itself was made before everything.
     */
    static Milestone lastBefore(Claim claim, PolicyRules rules, Reported reported, List<Integer> lines) {
        Set<String> starts = rules.clocks().stream()
                .filter(clock -> reported.event.equals(clock.stop()))
                .flatMap(clock -> Stream.ofNullable(clock.start()))
                .collect(Collectors.toSet());
        return claim.clocks().milestones().stream()
                .filter(milestone -> starts.contains(milestone.event()))
                .filter(milestone -> milestone.lines().stream().anyMatch(lines::contains))
                .max(Comparator.comparing(Milestone::at))
                .orElseGet(() -> new Milestone(Milestone.CLAIM_RECEIVED, claim.submittedAt(), lines));
    }

    /** That nothing arrives before it was sent; by whole seconds. */
    static Outcome.@Nullable Contradicts contradicts(
            Claim claim, Reported reported, List<Integer> lines, Instant happened) {
        Reported other =
                switch (reported) {
                    case DEVICE_SENT -> Reported.DEVICE_RECEIVED;
                    case DEVICE_RECEIVED -> Reported.DEVICE_SENT;
                    case FIRST_HUMAN_RESPONSE -> null;
                };
        if (other == null) {
            return null;
        }
        Map<Integer, Instant> against = new TreeMap<>();
        for (int line : lines) {
            claim.clocks()
                    .last(other.event, line)
                    .filter(at -> reported == Reported.DEVICE_SENT ? isBefore(at, happened) : isBefore(happened, at))
                    .ifPresent(at -> against.put(line, at));
        }
        return against.isEmpty()
                ? null
                : new Outcome.Contradicts(
                        List.copyOf(against.keySet()),
                        other,
                        against.values().iterator().next());
    }

    /** Where a device is spoken of after the closing: the customer may have made a new claim for it meanwhile, as was advised. */
    private List<String> otherOpenClaims(Claim claim, Reported reported) {
        if (reported == Reported.FIRST_HUMAN_RESPONSE
                || claim.lines().stream().noneMatch(line -> line.state() instanceof LineState.Expired)) {
            return List.of();
        }
        return claim.lines().stream()
                .filter(line -> line.state() instanceof LineState.Expired)
                .flatMap(line -> Stream.ofNullable(line.serial()))
                .distinct()
                .flatMap(serial -> claims
                        .query(
                                and(eq("vendor", claim.vendor()), eq(ClaimType.SERIALS, serial)),
                                descending(ClaimType.SUBMITTED_AT, "_id"),
                                MOST_OTHERS)
                        .stream())
                .filter(other -> !other.id().equals(claim.id()) && other.closedAt() == null)
                .map(Claim::id)
                .distinct()
                .limit(MOST_OTHERS)
                .toList();
    }

    private static Outcome.@Nullable SaidBefore saidBefore(
            Claim claim, Reported reported, List<Integer> lines, Instant happened) {
        Map<Integer, Instant> other = new TreeMap<>();
        for (int line : lines) {
            claim.clocks()
                    .last(reported.event, line)
                    .filter(first -> isBefore(first, happened) || isBefore(happened, first))
                    .ifPresent(first -> other.put(line, first));
        }
        return other.isEmpty()
                ? null
                : new Outcome.SaidBefore(
                        List.copyOf(other.keySet()), other.values().iterator().next());
    }

    /** By whole seconds, as everything is counted. */
    private static boolean isBefore(Instant one, Instant other) {
        return one.truncatedTo(ChronoUnit.SECONDS).isBefore(other.truncatedTo(ChronoUnit.SECONDS));
    }

    /** When it happened that an entry tells of: at the entry's own time, where the note says no other. */
    static Instant happenedAt(TimelineEntry entry) {
        return entry.note() == null ? entry.time() : Instant.parse(entry.note());
    }

    /**
     * A device is sent and received for a line that the depot serves; a word with the customer is about any line. What is said
     * after the closing is kept on the claim all the same (D?6).
     */
    private static boolean canHave(ClaimLine line, Reported reported) {
        return switch (reported) {
            case FIRST_HUMAN_RESPONSE -> true;
            case DEVICE_SENT, DEVICE_RECEIVED -> waitsForTheDepot(line) || line.state() instanceof LineState.Expired;
        };
    }

    private static boolean waitsForTheDepot(ClaimLine line) {
        return line.state() instanceof LineState.Authorised authorised && authorised.route() == Route.DEPOT_REPAIR;
    }

    private Set<Reported> known(Claim claim) {
        Set<String> events = judge.policy(claim).rules().clocks().stream()
                .flatMap(ReportMilestone::events)
                .collect(Collectors.toSet());
        return Stream.of(Reported.values())
                .filter(reported -> events.contains(reported.event))
                .collect(Collectors.toSet());
    }

    private static Stream<String> events(PromisedTime clock) {
        return Stream.of(clock.start(), clock.stop()).filter(Objects::nonNull);
    }
}
