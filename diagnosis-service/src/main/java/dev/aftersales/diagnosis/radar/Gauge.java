package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.events.radar.GroupGauged;
import dev.aftersales.contracts.events.radar.GroupGauged.BehindGauge;
import dev.aftersales.contracts.events.radar.GroupGauged.Trend;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How full a group is.
 *
 * @param sequence of its gauges, from the millisecond at which it was first told of since it was empty
 * @param rule by which it is counted; the last one, where none counts it any more
 * @param firstSeen when the first of its claims was made; absent where it is empty
 * @param claims how many are behind it
 * @param latestClaims the last of them, newest first
 * @param at as of when
 */
record Gauge(
        String groupId,
        Group group,
        long sequence,
        RuleBook.InForce rule,
        Tally tally,
        Trend trend,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        List<String> lots,
        int claims,
        List<BehindGauge> latestClaims,
        int episode,
        boolean open,
        Instant at)
        implements Told {

    /** A claim counts as new in a trend for so long. */
    static final Duration DAY = Duration.ofDays(1);

    Gauge {
        lots = List.copyOf(lots);
        latestClaims = List.copyOf(latestClaims);
    }

    /**
     * Counts what was claimed within the window that ends now.
     *
     * @param entries that count, of whatever age
     */
    static Gauge of(Head head, long sequence, RuleBook.InForce rule, List<Entry> entries, Instant now) {
        Instant from = now.minus(rule.rule().window());
        // Not only until now: another machine's clock, by which a unit was claimed, may be ahead.
        List<Entry> counted =
                entries.stream().filter(one -> !one.at().isBefore(from)).toList();
        Tally tally = Tally.of(counted, from, Instant.MAX);
        // As it was told then: what came to the group since, by a diagnosis or a lot, was not in it.
        Instant yesterday = now.minus(DAY);
        List<Entry> there =
                entries.stream().filter(one -> !one.since().isAfter(yesterday)).toList();
        int before = Tally.of(there, from.minus(DAY), yesterday).units();
        List<BehindGauge> claims = claims(counted);
        return new Gauge(
                head.group().id(),
                head.group(),
                sequence,
                rule,
                tally,
                tally.units() > before ? Trend.RISING : tally.units() < before ? Trend.FALLING : Trend.STEADY,
                times(counted).min(Comparator.naturalOrder()).orElse(null),
                times(counted).max(Comparator.naturalOrder()).orElse(null),
                lots(counted),
                claims.size(),
                claims.stream().limit(GroupGauged.MOST_CLAIMS).toList(),
                head.episode(),
                head.open(),
                now);
    }

    /** The next instant at which it is another one although nothing happens: units leave a window, or the day before it. */
    static @Nullable Instant nextChange(RuleBook.InForce rule, List<Entry> entries, Instant now) {
        return entries.stream()
                .flatMap(one -> {
                    // A window's first instant is in it.
                    Instant leaves = one.at().plus(rule.rule().window()).plusMillis(1);
                    return Stream.of(one.since().plus(DAY), leaves, leaves.plus(DAY));
                })
                .filter(change -> change.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    boolean isEmpty() {
        return tally.units() == 0;
    }

    /** The same for gauges that say the same, in every process; whenever they say it. */
    int fingerprint() {
        return List.of(
                        rule.policyVersion(),
                        rule.rule(),
                        tally,
                        trend,
                        String.valueOf(firstSeen),
                        String.valueOf(lastSeen),
                        lots,
                        claims,
                        latestClaims,
                        episode,
                        open)
                .toString()
                .hashCode();
    }

    private static Stream<Instant> times(List<Entry> entries) {
        return entries.stream().map(Entry::at);
    }

    private static List<String> lots(List<Entry> entries) {
        return entries.stream()
                .map(Entry::lot)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .limit(GroupGauged.MOST_LOTS)
                .toList();
    }

    private static List<BehindGauge> claims(List<Entry> entries) {
        Map<String, List<Entry>> byClaim = entries.stream().collect(Collectors.groupingBy(Entry::claimId));
        return byClaim.entrySet().stream()
                .map(claim -> new BehindGauge(
                        claim.getKey(),
                        claim.getValue().stream().mapToInt(Entry::quantity).sum(),
                        claim.getValue().getFirst().at()))
                .sorted(Comparator.comparing(BehindGauge::claimedAt).reversed().thenComparing(BehindGauge::claimId))
                .toList();
    }
}
