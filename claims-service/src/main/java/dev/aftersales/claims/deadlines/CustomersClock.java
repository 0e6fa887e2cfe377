package dev.aftersales.claims.deadlines;

import dev.aftersales.chassis.deadlines.Reckoning;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.claims.adjudication.rules.Provision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a policy does about times that run against the customer: it reminds, and in the end it closes (D4.2a, D4.2b, reading
 * D?6) or gives the device back (D2.6). Whoever lets such a time pass breaks no promise of the vendor's.
 */
public final class CustomersClock {

    private static final String REMIND = "REMIND_TO_SEND";
    private static final String CLOSE = "CLOSE_UNRECEIVED";

    private static final String RETURN = "RETURN_UNREPAIRED";
    private static final String UNPAID = "UNPAID";

    private final Map<String, Reminders> reminders = new HashMap<>();
    private final Map<String, Period> closings = new HashMap<>();
    private final Set<String> payments = new HashSet<>();
    private final List<PromisedTime> clocks;

    private record Reminders(List<Integer> days, LocalTime at) {}

    /** @param rules whose provisions were checked when they were read */
    public CustomersClock(PolicyRules rules) {
        this.clocks = rules.clocks();
        for (Provision provision : rules.logistics()) {
            Map<String, Object> parameters = provision.parameters();
            if (provision.rule().equals(REMIND)) {
                reminders.put(
                        provision.clause(),
                        new Reminders(days(parameters.get("onDays")), LocalTime.parse(text(parameters.get("at")))));
            }
            if (provision.rule().equals(CLOSE)) {
                closings.put(provision.clause(), Period.parse(text(parameters.get("grace"))));
            }
            if (provision.rule().equals(RETURN)
                    && parameters.get("after") instanceof List<?> after
                    && after.contains(UNPAID)) {
                payments.add(provision.clause());
            }
        }
    }

    private static List<Integer> days(@Nullable Object onDays) {
        return onDays instanceof List<?> list
                ? list.stream().map(day -> Integer.valueOf(String.valueOf(day))).toList()
                : List.of();
    }

    private static String text(@Nullable Object parameter) {
        return String.valueOf(Objects.requireNonNull(parameter));
    }

    /** Whether that time runs against the customer. */
    public boolean isTheirs(PromisedTime clock) {
        return reminders.containsKey(clock.clause())
                || closings.containsKey(clock.clause())
                || payments.contains(clock.clause());
    }

    /** Whether lines end when that time is over. */
    public boolean ends(PromisedTime clock) {
        return closings.containsKey(clock.clause());
    }

    /**
     * The first second in which the lines have ended. What is under way holds it off.
     *
     * @param events what happened to the lines
     * @return absent as long as there is no due
     */
    public @Nullable Instant endsAt(PromisedTime clock, Reckoning reckoning, Map<String, Instant> events) {
        Instant due = reckoning.dueAt();
        if (due == null) {
            return null;
        }
        boolean underWay = clocks.stream()
                .anyMatch(sending -> reminders.containsKey(sending.clause())
                        && Objects.equals(sending.start(), clock.start())
                        && sending.stop() != null
                        && events.containsKey(sending.stop())
                        && !reckoning.isOver(events.get(sending.stop())));
        return underWay ? heldUntil(clock, reckoning) : due.plusSeconds(1);
    }

    /** The first second in which lines have ended though what they wait for is under way; absent as long as there is no due. */
    @Nullable
    Instant heldUntil(PromisedTime clock, Reckoning reckoning) {
        Instant due = reckoning.dueAt();
        return due == null ? null : heldUntil(clock, due, reckoning.zone());
    }

    /**
     * The same of lines whose due time is known.
     *
     * @param due the last second in time
     */
    public Instant heldUntil(PromisedTime clock, Instant due, ZoneId zone) {
        Period grace = Objects.requireNonNull(closings.get(clock.clause()));
        return due.atZone(zone).plus(grace).toInstant().plusSeconds(1);
    }

    /** When that was done which the customer is reminded of: what arrived was sent, though nobody said so. */
    @Nullable
    Instant doneAt(PromisedTime clock, Map<String, Instant> events) {
        return clocks.stream()
                .filter(other -> reminders.containsKey(clock.clause()) && ends(other))
                .filter(other -> Objects.equals(other.start(), clock.start()) && other.stop() != null)
                .flatMap(other -> Stream.ofNullable(events.get(other.stop())))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** When the customer is reminded, oldest first; none where the policy says nothing of it. */
    public List<Instant> reminders(PromisedTime clock, Reckoning reckoning) {
        Reminders rule = reminders.get(clock.clause());
        LocalDate dayZero = reckoning.dayZero();
        if (rule == null || dayZero == null) {
            return List.of();
        }
        return rule.days().stream()
                .map(day -> dayZero.plusDays(day)
                        .atTime(rule.at())
                        .atZone(reckoning.zone())
                        .toInstant())
                .toList();
    }
}
