package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.claims.quotes.Quote;
import dev.aftersales.claims.quotes.QuoteState;
import dev.aftersales.contracts.events.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads from one change of a claim what happened that clocks hang on. One place for all changes: a way of the claim that is
 * added later cannot forget it.
 */
final class ClaimHistory {

    private final @Nullable Claim before;
    private final Claim after;
    private final Instant at;
    private final Map<Happened, List<Integer>> happened = new LinkedHashMap<>();
    private final List<CustomerWait> waits;

    private record Happened(String event, Instant at) {}

    private ClaimHistory(@Nullable Claim before, Claim after) {
        this.before = before;
        this.after = after;
        this.at = after.timeline().isEmpty()
                ? after.submittedAt()
                : after.timeline().getLast().time();
        this.waits = new ArrayList<>(after.clocks().waits());
    }

    /** @param before absent for a claim that is new */
    static ClaimClocks after(@Nullable Claim before, Claim after) {
        ClaimHistory history = new ClaimHistory(before, after);
        history.ofTheWholeClaim();
        after.lines().forEach(history::of);
        return history.clocks();
    }

    private void ofTheWholeClaim() {
        if (!has(Milestone.CLAIM_RECEIVED)) {
            everywhere(Milestone.CLAIM_RECEIVED, after.submittedAt());
            everywhere(Milestone.FAULT_REPORTED, after.submittedAt());
        }
        Instant acknowledged = after.acknowledgedAt();
        if (acknowledged != null && !has(Milestone.ACK_SENT)) {
            everywhere(Milestone.ACK_SENT, acknowledged);
        }
        after.quotes().forEach(this::payment);
    }

    /** Who agrees to pay is told until when, whether anything waits for the payment before it begins or not (D2.6). */
    private void payment(Quote quote) {
        QuoteState stood = before == null
                ? null
                : before.quote(quote.number()).map(Quote::state).orElse(null);
        if (stood instanceof QuoteState.Open
                && quote.state() instanceof QuoteState.Accepted
                && quote.payBefore() != null) {
            quote.lineNumbers().forEach(line -> first(Milestone.PAYMENT_NOTICE, at, line));
        }
        if (stood instanceof QuoteState.Accepted && quote.state() instanceof QuoteState.Paid) {
            quote.lineNumbers().forEach(line -> first(Milestone.PAID, at, line));
        }
    }

    private boolean has(String event) {
        return after.clocks().milestones().stream()
                .anyMatch(milestone -> milestone.event().equals(event));
    }

    private void everywhere(String event, Instant when) {
        after.lines().forEach(line -> happened(event, when, line.line()));
    }

    private void of(ClaimLine line) {
        Optional<ClaimLine> stood = before == null ? Optional.empty() : before.line(line.line());
        LineState from = stood.map(ClaimLine::state).orElse(null);
        LineState to = line.state();
        waited(line.line(), CustomerWait.of(to));
        if (to.equals(from) && stood.map(ClaimLine::conclusion).equals(Optional.ofNullable(line.conclusion()))) {
            return;
        }
        Conclusion conclusion = line.conclusion();
        if (conclusion != null) {
            first(Milestone.DIAGNOSIS_CONCLUDED, conclusion.diagnosis().concludedAt(), line.line());
        }
        boolean settled = to instanceof LineState.Answered || to instanceof LineState.InService;
        if (settled && !isConcluded(conclusion) && !after.clocks().isAnsweredUndiagnosed(line.line())) {
            happened(Milestone.ANSWERED_UNDIAGNOSED, at, line.line());
        }
        if (to instanceof LineState.InDiagnosis && after.clocks().isAnsweredUndiagnosed(line.line())) {
            happened(Milestone.DIAGNOSIS_REQUESTED, at, line.line());
        }
        if (from instanceof LineState.PaymentAwaited && to instanceof LineState.InService) {
            first(Milestone.PAID, at, line.line());
        }
        switch (to) {
            case LineState.PaymentAwaited payment -> first(Milestone.PAYMENT_NOTICE, at, line.line());
            case LineState.Authorised authorised -> authorised(authorised.route(), line.line());
            case LineState.Dispatched dispatched ->
                first(Milestone.CARRIER_ACCEPTED, dispatched.dispatchedAt(), line.line());
            case LineState.Delivered delivered ->
                first(Milestone.CARRIER_ACCEPTED, delivered.deliveredAt(), line.line());
            case LineState.Undecided undecided -> {}
            case LineState.Answered answered -> {}
            case LineState.Backordered backordered -> {}
            case LineState.Reserved reserved -> {}
            case LineState.Released released -> {}
            case LineState.Expired expired -> {}
        }
    }

    /** A timeline that is read again has lines that know already what comes later. */
    private boolean isConcluded(@Nullable Conclusion conclusion) {
        return conclusion != null && !conclusion.diagnosis().concludedAt().isAfter(at);
    }

    private void authorised(Route route, int line) {
        if (route == Route.DEPOT_REPAIR) {
            first(Milestone.APPLICATION_ACCEPTED, at, line);
        }
        if (route == Route.PARTS && after.paidBy(line).isEmpty()) {
            first(Milestone.DECISION_COVERED, at, line);
        }
    }

    private void first(String event, Instant when, int line) {
        if (!after.clocks().has(event, line)) {
            happened(event, when, line);
        }
    }

    private void happened(String event, Instant when, int line) {
        happened.computeIfAbsent(new Happened(event, when), key -> new ArrayList<>())
                .add(line);
    }

    private void waited(int line, PromisedTime.@Nullable Wait now) {
        CustomerWait open = waits.stream()
                .filter(wait -> wait.lasts() && wait.lines().contains(line))
                .findFirst()
                .orElse(null);
        if (open != null && open.by() == now) {
            return;
        }
        if (open != null) {
            replace(open, without(open.lines(), line));
            add(new CustomerWait(open.by(), open.from(), at, List.of(line)));
        }
        if (now != null) {
            add(new CustomerWait(now, before == null ? after.submittedAt() : at, null, List.of(line)));
        }
    }

    /** Lines that wait alike are kept together: a claim may have a thousand. */
    private void add(CustomerWait wait) {
        for (int i = 0; i < waits.size(); i++) {
            CustomerWait there = waits.get(i);
            if (there.by() == wait.by() && there.from().equals(wait.from()) && Objects.equals(there.to(), wait.to())) {
                waits.set(
                        i,
                        new CustomerWait(
                                there.by(),
                                there.from(),
                                there.to(),
                                with(there.lines(), wait.lines().getFirst())));
                return;
            }
        }
        waits.add(wait);
    }

    private void replace(CustomerWait wait, List<Integer> lines) {
        int place = waits.indexOf(wait);
        if (lines.isEmpty()) {
            waits.remove(place);
        } else {
            waits.set(place, new CustomerWait(wait.by(), wait.from(), wait.to(), lines));
        }
    }

    private static List<Integer> with(List<Integer> lines, int line) {
        List<Integer> all = new ArrayList<>(lines);
        all.add(line);
        return all;
    }

    private static List<Integer> without(List<Integer> lines, int line) {
        return lines.stream().filter(each -> each != line).toList();
    }

    private ClaimClocks clocks() {
        List<Milestone> milestones = new ArrayList<>(after.clocks().milestones());
        happened.forEach((what, lines) -> {
            int place = find(milestones, what);
            if (place < 0) {
                milestones.add(new Milestone(what.event(), what.at(), lines));
            } else {
                List<Integer> all = new ArrayList<>(milestones.get(place).lines());
                all.addAll(lines);
                milestones.set(place, new Milestone(what.event(), what.at(), all));
            }
        });
        return new ClaimClocks(
                after.clocks().calendar(),
                milestones,
                waits,
                after.clocks().fired(),
                after.clocks().nextAt(),
                after.clocks().awaits());
    }

    private static int find(List<Milestone> milestones, Happened what) {
        for (int i = 0; i < milestones.size(); i++) {
            if (milestones.get(i).event().equals(what.event())
                    && milestones.get(i).at().equals(what.at())) {
                return i;
            }
        }
        return -1;
    }
}
