package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.claims.deadlines.CustomersClock;
import dev.aftersales.claims.deadlines.Effect;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.claims.DeviceReportedLate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps on a claim what somebody reported. A line that was closed for want of a device goes on when it turns out that the
 * device had come before that: D4.2b closes what was not received, and not what was not reported. A device that was sent
 * before that would have held the closing off, so it does so now, for as long as the grace lasts (D?6). What came later is kept
 * on the closed claim.
 *
 * @param happened when it happened
 * @param now when it is said
 * @param others open claims about the same units
 */
record Keeping(
        CompiledPolicy policy, ReportMilestone.Reported reported, Instant happened, Instant now, List<String> others) {

    /**
     * Lines that were ended.
     *
     * @param expiredAt when
     * @param heldUntil the first second in which they end anew; absent where they do not go on, or wait for nothing more
     */
    private record Ended(
            boolean goOn, Instant expiredAt, @Nullable Instant heldUntil) {}

    Change<Claim> kept(Claim claim, Actor by, List<Integer> lines) {
        Amendment amendment = new Amendment(claim, now);
        amendment.happened(reported.event, happened, lines);
        amendment.note(reported.what, by, lines, happened.equals(now) ? null : happened.toString());
        Map<Ended, List<Integer>> ended = new LinkedHashMap<>();
        for (int line : new TreeSet<>(lines)) {
            amendment
                    .line(line)
                    .filter(each -> each.state() instanceof LineState.Expired)
                    .ifPresent(each -> ended.computeIfAbsent(
                                    ended(claim, line, (LineState.Expired) each.state()), key -> new ArrayList<>())
                            .add(line));
        }
        ended.forEach((how, some) -> {
            if (how.goOn()) {
                open(amendment, some);
            }
            if (how.goOn() || reported == ReportMilestone.Reported.DEVICE_RECEIVED) {
                tell(amendment, how, some);
            }
        });
        return amendment.done();
    }

    private Ended ended(Claim claim, int line, LineState.Expired expired) {
        Instant sent = at(claim, line, ReportMilestone.Reported.DEVICE_SENT);
        Instant received = at(claim, line, ReportMilestone.Reported.DEVICE_RECEIVED);
        Instant expiredAt = expired.expiredAt();
        boolean underWay = sent != null && sent.isBefore(expiredAt) && !wasHeld(claim, line);
        Instant end = underWay
                ? new CustomersClock(policy.rules())
                        .heldUntil(
                                closing(),
                                expiredAt.minusSeconds(1),
                                policy.rules().zone())
                : expiredAt;
        if (received != null) {
            return new Ended(received.isBefore(end), expiredAt, null);
        }
        boolean goesOn = underWay && now.isBefore(end);
        return new Ended(goesOn, expiredAt, goesOn ? end : null);
    }

    /** When that happened to the line, this word included. */
    private @Nullable Instant at(Claim claim, int line, ReportMilestone.Reported what) {
        return what == reported
                ? happened
                : claim.clocks().last(what.event, line).orElse(null);
    }

    /** Whether the line was waited for beyond the clause once already: then it ended with the grace. */
    private static boolean wasHeld(Claim claim, int line) {
        return claim.clocks().has(Milestone.OPENED_AGAIN, line)
                || claim.clocks().fired().stream()
                        .anyMatch(fired ->
                                fired.kind() == Effect.HOLD && fired.lines().contains(line));
    }

    /** The clock that ends lines for want of a device. */
    private PromisedTime closing() {
        CustomersClock customers = new CustomersClock(policy.rules());
        return policy.rules().clocks().stream()
                .filter(customers::ends)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("lines of " + policy.version() + " end by no clause"));
    }

    private void open(Amendment amendment, List<Integer> lines) {
        for (int number : lines) {
            amendment.line(number).ifPresent(line -> {
                if (line.state() instanceof LineState.Expired expired) {
                    amendment.put(line.at(expired.openedAgain()));
                }
            });
        }
        amendment.happened(Milestone.OPENED_AGAIN, now, lines);
        amendment.note(
                TimelineEntry.What.WAITING_FOR_SERVICE,
                Actor.policy(amendment.before().policyVersion()),
                lines,
                Route.DEPOT_REPAIR.name());
    }

    private void tell(Amendment amendment, Ended how, List<Integer> lines) {
        Claim claim = amendment.before();
        amendment.tell(new DeviceReportedLate(
                claim.id(),
                claim.vendor(),
                claim.policyVersion(),
                claim.customer(),
                closing().clause(),
                lines,
                reported == ReportMilestone.Reported.DEVICE_SENT
                        ? DeviceReportedLate.What.SENT
                        : DeviceReportedLate.What.RECEIVED,
                happened,
                how.expiredAt(),
                how.goOn(),
                how.heldUntil() == null ? null : how.heldUntil().minusSeconds(1),
                others,
                policy.rules().zone().getId()));
    }
}
