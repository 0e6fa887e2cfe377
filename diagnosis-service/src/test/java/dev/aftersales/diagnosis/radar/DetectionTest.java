package dev.aftersales.diagnosis.radar;

import static dev.aftersales.diagnosis.radar.Radar.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.claims.CoverageDecided.Words;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import dev.aftersales.contracts.events.radar.ReachedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DetectionTest {

    private static final Group GROUP = new Group("exporter", "SAME_MODEL", Map.of(Trait.MODEL, "PX-200"));
    private static final Instant END = START.plus(Duration.ofDays(60));
    private static final PolicyRules TWO_IN_A_DAY = rule("A-1", Instant.EPOCH, 2, Duration.ofDays(1));

    @Test
    void whatIsInItsGroupSinceItsClaimIsEnoughWithTheClaimThatEndsItsWindow() {
        Random random = new Random(7);
        int found = 0;
        for (int round = 0; round < 2_000; round++) {
            RuleBook.OfGroup rules = rules(
                    rule("A-1", Instant.EPOCH, 2 + random.nextInt(5), Duration.ofHours(random.nextInt(200))),
                    rule(
                            "A-2",
                            hour(random.nextInt(500)),
                            2 + random.nextInt(5),
                            Duration.ofHours(random.nextInt(200))),
                    rule("A-3", hour(500), 2 + random.nextInt(5), Duration.ofHours(random.nextInt(200))));
            List<Entry> entries = new ArrayList<>();
            for (int line = random.nextInt(30); line > 0; line--) {
                entries.add(entry(random.nextInt(20), hour(random.nextInt(800)), null));
            }
            Instant first = hour(random.nextInt(400));
            Instant last = first.plus(Duration.ofHours(random.nextInt(800)));

            Optional<Detection> detection = Detection.in(entries, rules, first, last);

            assertThat(detection).as("round %s", round).isEqualTo(windowThatEnds(entries, rules, first, last));
            found += detection.isPresent() ? 1 : 0;
        }
        assertThat(found).isBetween(500, 1_500);
    }

    /** The first window that is enough, of those that end with a claim, or as a rule begins. */
    private static Optional<Detection> windowThatEnds(
            List<Entry> entries, RuleBook.OfGroup rules, Instant first, Instant last) {
        TreeSet<Instant> moments = new TreeSet<>(rules.changes(first, last));
        entries.stream()
                .map(Entry::at)
                .filter(at -> !at.isBefore(first) && !at.isAfter(last))
                .forEach(moments::add);
        for (Instant moment : moments) {
            RuleBook.InForce rule = rules.at(moment).orElseThrow();
            Instant from = moment.minus(rule.rule().window());
            if (Tally.of(entries, from, moment).units() >= rule.rule().units()) {
                ReachedBy by = rules.changes(first, last).contains(moment) ? ReachedBy.POLICY : ReachedBy.CLAIM;
                return Optional.of(new Detection(moment, from, by, rule.policyVersion(), rule.rule()));
            }
        }
        return Optional.empty();
    }

    @Test
    void whatCameLaterThanItWasClaimedIsEnoughWhenItCame() {
        List<Entry> entries = List.of(entry(1, hour(0), hour(70)), entry(2, hour(24), hour(90)));

        assertThat(Detection.in(entries, rules(TWO_IN_A_DAY), START, END)).hasValueSatisfying(found -> {
            assertThat(found.at()).isEqualTo(hour(90));
            assertThat(found.from()).isEqualTo(hour(0));
            assertThat(found.by()).isEqualTo(ReachedBy.MOVE);
        });
    }

    @Test
    void whatCameTogetherCountsInWindowsByWhenItWasClaimed() {
        List<Entry> entries = List.of(entry(1, hour(0), hour(90)), entry(2, hour(25), hour(90)));

        assertThat(Detection.in(entries, rules(TWO_IN_A_DAY), START, END)).isEmpty();
    }

    @Test
    void whatComesLaterMovesNoMomentThatWasEnoughWithoutIt() {
        List<Entry> entries = List.of(entry(1, hour(0), hour(90)), entry(2, hour(2), null), entry(3, hour(20), null));

        assertThat(Detection.in(entries, rules(TWO_IN_A_DAY), START, END))
                .hasValueSatisfying(found -> assertThat(found.at()).isEqualTo(hour(20)));
    }

    @Test
    void theVersionInForceWhenTheyCameSaysHowManyAreEnough() {
        List<Entry> entries = List.of(entry(1, hour(0), hour(90)), entry(2, hour(2), hour(90)));

        assertThat(Detection.in(entries, rules(TWO_IN_A_DAY, threeSince(hour(90))), START, END))
                .isEmpty();
        assertThat(Detection.in(entries, rules(TWO_IN_A_DAY, threeSince(hour(91))), START, END))
                .hasValueSatisfying(found -> assertThat(found.policyVersion()).isEqualTo("A-1"));
    }

    @Test
    void aRuleThatBeginsLooksBackAtTheWindowThatEndsThenAndAtNoEarlierOne() {
        List<Entry> entries = List.of(entry(1, hour(0), hour(5)), entry(2, hour(2), hour(5)));
        PolicyRules three = threeSince(Instant.EPOCH);

        assertThat(Detection.in(entries, rules(three, rule("A-2", hour(24), 2, Duration.ofDays(1))), START, END))
                .hasValueSatisfying(found -> assertThat(found.at()).isEqualTo(hour(24)));
        assertThat(Detection.in(entries, rules(three, rule("A-2", hour(25), 2, Duration.ofDays(1))), START, END))
                .isEmpty();
    }

    @Test
    void whatIsNotInTheGroupYetAsARuleBeginsIsEnoughWhenItComes() {
        List<Entry> entries = List.of(entry(1, hour(0), null), entry(2, hour(2), hour(30)));
        PolicyRules two = rule("A-2", hour(10), 2, Duration.ofDays(1));

        assertThat(Detection.in(entries, rules(threeSince(Instant.EPOCH), two), START, END))
                .hasValueSatisfying(found -> assertThat(found.at()).isEqualTo(hour(30)));
    }

    private static Instant hour(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    /** One in five has no serial. */
    private static Entry entry(int unit, Instant at, @Nullable Instant movedAt) {
        return unit % 5 == 0
                ? new Entry("clm-" + at, unit, null, 1 + unit / 10, at, movedAt, null, null)
                : new Entry("clm-" + at, unit, "S-" + unit, 1, at, movedAt, null, null);
    }

    private static PolicyRules threeSince(Instant from) {
        return rule("A-9", from, 3, Duration.ofDays(1));
    }

    private static PolicyRules rule(String version, Instant from, int units, Duration window) {
        return new PolicyRules(
                GROUP.vendor(),
                version,
                from,
                List.of(new BatchRule(
                        GROUP.rule(),
                        "A4.7",
                        null,
                        units,
                        window,
                        List.of(Trait.MODEL),
                        new Words("a batch", "批量"),
                        null,
                        null)));
    }

    private static RuleBook.OfGroup rules(PolicyRules... versions) {
        return RuleBook.of(List.of(versions)).of(GROUP);
    }
}
