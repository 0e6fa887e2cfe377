package dev.aftersales.claims.claims;

import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.deadlines.Pause;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.Product;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.claims.deadlines.ClockStanding;
import dev.aftersales.claims.deadlines.CustomersClock;
import dev.aftersales.claims.deadlines.Effect;
import dev.aftersales.claims.deadlines.Given;
import dev.aftersales.claims.deadlines.PolicyClocks;
import dev.aftersales.claims.deadlines.Schedule;
import dev.aftersales.contracts.PrintedCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reckons the deadlines of claims that are bound to one policy version. Pure: it knows no time of day and no store. */
final class ClaimDeadlines {

    private final PolicyRules rules;
    private final PolicyClocks clocks;
    private final CustomersClock customers;

    /**
     * @param calendar that the policy names; absent when it names none
     */
    ClaimDeadlines(PolicyRules rules, @Nullable BusinessCalendar calendar) {
        this.rules = rules;
        this.clocks = new PolicyClocks(rules, calendar);
        this.customers = new CustomersClock(rules);
    }

    /**
     * Lines for which all clocks stand alike.
     *
     * @param anew what was set going anew
     * @param undiagnosedAt when the policy answered without a diagnosis, and so ended the wait for one; absent while one is
     *     waited for or after it was concluded
     * @param openedAgainAt when the lines went on after they had ended; absent when they never did
     * @param endedAt when the lines reached their end; absent while they are on their way
     */
    private record Alike(
            Map<String, Instant> events,
            List<Pause> pauses,
            Map<String, String> facts,
            Map<String, Given.Anew> anew,
            @Nullable Instant undiagnosedAt,
            @Nullable Instant openedAgainAt,
            @Nullable Instant endedAt) {

        /** An answer that was no diagnosis keeps no promise of one: it leaves of it what was broken by then, and else nothing. */
        boolean isPointless(ClockStanding standing) {
            return undiagnosedAt != null
                    && isOfTheDiagnosis(standing.clock())
                    && !(standing instanceof ClockStanding.Reckoned reckoned
                            && reckoned.reckoning().isOver(undiagnosedAt));
        }

        static boolean isOfTheDiagnosis(PromisedTime clock) {
            return Milestone.DIAGNOSIS_CONCLUDED.equals(clock.stop());
        }
    }

    private record Standing(
            ClockStanding standing,
            List<Fired> fired,
            List<Fired> pending,
            @Nullable Instant endsAt) {}

    /**
     * All deadlines of the claim, in the policy's order; lines for which one stands alike are together.
     *
     * @param asOf what fell due until then has come; what happened later is known all the same
     */
    List<ClaimDeadline> of(Claim claim, Instant asOf) {
        Map<Integer, Map<Standing, List<Integer>>> byClock = new LinkedHashMap<>();
        alike(claim).forEach((alike, lines) -> {
            Given given = new Given(alike.events(), alike.pauses(), alike.facts(), 1, asOf, alike.anew());
            for (ClockStanding standing : clocks.standings(given)) {
                PromisedTime clock = standing.clock();
                if (clock.batch() != null || PolicyClocks.recurs(rules, clock) || alike.isPointless(standing)) {
                    continue;
                }
                fired(claim, clock, lines).forEach((fired, some) -> byClock.computeIfAbsent(
                                rules.clocks().indexOf(clock), key -> new LinkedHashMap<>())
                        .computeIfAbsent(
                                standing(standing, fired, given, until(clock, alike), openedAgainAt(clock, alike)),
                                key -> new ArrayList<>())
                        .addAll(some));
            }
            addUntoldBreach(byClock, claim, alike, lines, asOf);
        });
        return byClock.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(clock -> clock.getValue().entrySet().stream())
                .map(entry -> new ClaimDeadline(
                        entry.getValue().stream().sorted().toList(),
                        entry.getKey().standing(),
                        entry.getKey().fired(),
                        entry.getKey().pending().stream()
                                .map(pending -> about(
                                        pending,
                                        entry.getValue().stream().sorted().toList()))
                                .toList(),
                        entry.getKey().endsAt()))
                .toList();
    }

    /**
     * Of a diagnosis that was asked for anew: that the promise of the first one was broken by the answer without it, as long
     * as nobody has been told. The new time begins afresh and knows nothing of it.
     */
    private void addUntoldBreach(
            Map<Integer, Map<Standing, List<Integer>>> byClock,
            Claim claim,
            Alike alike,
            List<Integer> lines,
            Instant asOf) {
        Given.Anew anew = alike.anew().get(Milestone.DIAGNOSIS_CONCLUDED);
        Instant answeredAt = alike.events().get(Milestone.ANSWERED_UNDIAGNOSED);
        if (anew == null || answeredAt == null) {
            return;
        }
        Map<String, Instant> events = new HashMap<>(alike.events());
        events.remove(Milestone.DIAGNOSIS_CONCLUDED);
        Given first = new Given(events, alike.pauses(), alike.facts(), 1, asOf);
        for (ClockStanding standing : clocks.standings(first)) {
            PromisedTime clock = standing.clock();
            if (!Alike.isOfTheDiagnosis(clock)
                    || !(standing instanceof ClockStanding.Reckoned reckoned
                            && reckoned.reckoning().isOver(answeredAt))) {
                continue;
            }
            fired(claim, clock, lines).forEach((fired, some) -> {
                List<Fired> before = fired.stream()
                        .filter(each -> each.at().isBefore(anew.at()))
                        .toList();
                List<Fired> breach = standing(standing, before, first, answeredAt, null).pending().stream()
                        .filter(each -> each.kind() == Effect.BREACH)
                        .toList();
                if (!breach.isEmpty()) {
                    byClock.computeIfAbsent(rules.clocks().indexOf(clock), key -> new LinkedHashMap<>())
                            .computeIfAbsent(new Standing(standing, before, breach, null), key -> new ArrayList<>())
                            .addAll(some);
                }
            });
        }
    }

    /**
     * When nothing more falls due of that clock; absent while things do. What the customer has to do ends with the lines; what
     * the vendor promises ends with being kept, and not with the claim: one that closes by itself was answered by nobody (E?8).
     */
    private @Nullable Instant until(PromisedTime clock, Alike alike) {
        if (customers.isTheirs(clock)) {
            return alike.endedAt();
        }
        return Alike.isOfTheDiagnosis(clock) ? alike.undiagnosedAt() : null;
    }

    private static Fired about(Fired fired, List<Integer> lines) {
        return new Fired(fired.clause(), fired.stop(), fired.kind(), fired.number(), fired.at(), lines);
    }

    private Map<Alike, List<Integer>> alike(Claim claim) {
        Map<Integer, Map<String, Instant>> events = new HashMap<>();
        claim.clocks().milestones().forEach(milestone -> milestone.lines().forEach(line -> events.computeIfAbsent(
                        line, key -> new HashMap<>())
                .merge(milestone.event(), milestone.at(), (one, other) -> one.isBefore(other) ? one : other)));
        Map<Integer, List<Pause>> pauses = new HashMap<>();
        claim.clocks().waits().forEach(wait -> wait.lines()
                .forEach(line -> pauses.computeIfAbsent(line, key -> new ArrayList<>())
                        .add(new Pause(wait.by().name(), wait.from(), wait.to()))));
        Map<Alike, List<Integer>> alike = new LinkedHashMap<>();
        for (ClaimLine line : claim.lines()) {
            alike.computeIfAbsent(
                            new Alike(
                                    events.getOrDefault(line.line(), Map.of()),
                                    pauses.getOrDefault(line.line(), List.of()),
                                    facts(claim, line),
                                    anew(claim, line.line()),
                                    undiagnosedAt(claim, line.line()),
                                    claim.clocks()
                                            .last(Milestone.OPENED_AGAIN, line.line())
                                            .orElse(null),
                                    line.state() instanceof LineState.Expired expired
                                            ? expired.expiredAt()
                                            : claim.closedAt()),
                            key -> new ArrayList<>())
                    .add(line.line());
        }
        return alike;
    }

    private static Map<String, Given.Anew> anew(Claim claim, int line) {
        return claim.clocks()
                .last(Milestone.DIAGNOSIS_REQUESTED, line)
                .map(at -> Map.of(Milestone.DIAGNOSIS_CONCLUDED, new Given.Anew(Milestone.DIAGNOSIS_REQUESTED, at)))
                .orElse(Map.of());
    }

    private static @Nullable Instant undiagnosedAt(Claim claim, int line) {
        ClaimClocks clocks = claim.clocks();
        return clocks.isAnsweredUndiagnosed(line) && !clocks.has(Milestone.DIAGNOSIS_CONCLUDED, line)
                ? clocks.last(Milestone.ANSWERED_UNDIAGNOSED, line).orElse(null)
                : null;
    }

    /** What the policy says of the model (C5.3, C5.4), and what the diagnosis says of the fault (A4.5, A4.6). */
    private Map<String, String> facts(Claim claim, ClaimLine line) {
        Map<String, String> facts = new HashMap<>();
        Product product = rules.products().get(PrintedCode.of(claim.model()));
        if (product != null) {
            facts.putAll(product.attributes());
        }
        Conclusion conclusion = line.conclusion();
        if (conclusion != null) {
            facts.put(
                    PolicyClocks.FAULT_CLASS,
                    conclusion.diagnosis().faultClass().name());
        }
        return facts;
    }

    /** The lines by what the clock has set off for each of them. */
    private static Map<List<Fired>, List<Integer>> fired(Claim claim, PromisedTime clock, List<Integer> lines) {
        Map<Integer, List<Fired>> byLine = new HashMap<>();
        for (Fired fired : claim.clocks().fired()) {
            if (fired.clause().equals(clock.clause()) && Objects.equals(fired.stop(), clock.stop())) {
                fired.lines().forEach(line -> byLine.computeIfAbsent(line, key -> new ArrayList<>())
                        .add(about(fired, List.of())));
            }
        }
        Map<List<Fired>, List<Integer>> fired = new LinkedHashMap<>();
        lines.forEach(line -> fired.computeIfAbsent(byLine.getOrDefault(line, List.of()), key -> new ArrayList<>())
                .add(line));
        return fired;
    }

    private @Nullable Instant openedAgainAt(PromisedTime clock, Alike alike) {
        return customers.ends(clock) ? alike.openedAgainAt() : null;
    }

    /**
     * @param until when nothing more falls due; absent while things do
     * @param openedAgainAt when the lines went on after this clock had ended them; absent when they never did
     */
    private Standing standing(
            ClockStanding standing,
            List<Fired> all,
            Given given,
            @Nullable Instant until,
            @Nullable Instant openedAgainAt) {
        PromisedTime clock = standing.clock();
        Schedule schedule = Schedule.of(standing, customers, given.events());
        List<Fired> fired = since(clock.stop() == null ? null : given.anew().get(clock.stop()), all);
        List<Fired> pending = schedule.due().stream()
                // The end of lines that went on after it is no end any more, and another may come; who opened them told
                // so.
                .filter(due -> isAfter(due.at(), openedAgainAt))
                .filter(due -> !isFired(
                        due,
                        fired.stream()
                                .filter(each -> isAfter(each.at(), openedAgainAt))
                                .toList()))
                // Nothing becomes due any more, but what was due before is still to be told.
                .filter(due -> until == null || !due.at().isAfter(until))
                .map(due -> new Fired(clock.clause(), clock.stop(), due.what(), due.number(), due.at(), List.of()))
                .toList();
        return new Standing(standing, all, pending, until == null ? schedule.endsAt() : null);
    }

    /** What was set off before the clock was set going anew is no news of this time. */
    private static List<Fired> since(Given.@Nullable Anew anew, List<Fired> all) {
        return anew == null
                ? all
                : all.stream().filter(each -> !each.at().isBefore(anew.at())).toList();
    }

    private static boolean isAfter(Instant at, @Nullable Instant openedAgainAt) {
        return openedAgainAt == null || at.isAfter(openedAgainAt);
    }

    private static boolean isFired(Schedule.Due due, List<Fired> fired) {
        return fired.stream()
                .anyMatch(each -> each.kind() == due.what() && Objects.equals(each.number(), due.number()));
    }
}
