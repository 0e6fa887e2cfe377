package dev.aftersales.diagnosis.radar;

import static dev.aftersales.diagnosis.radar.Radar.OF_POLICY_A;
import static dev.aftersales.diagnosis.radar.Radar.VENDOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.radar.GroupGauged;
import dev.aftersales.contracts.events.radar.GroupGrew;
import dev.aftersales.contracts.events.radar.ThresholdReached;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Streams of claims, lots, closings and changed rules, against a reference that counts everything anew each time: missed 0,
 * false 0, repeated 0, and every gauge what it is. A build compares 500 of them, as many at once as there are
 * processors; {@code -Dradar.streams=10000} all.
 */
class GeneratedStreamsTest {

    private static final int STREAMS = Integer.getInteger("radar.streams", 500);
    private static final int STEPS = 40;
    private static final int SERIALS = 14;

    /** At every third step the gauges are looked at, and what is old is forgotten: each costs time. */
    private static final int LOOKED_AT = 3;

    @Test
    void tellsWhatTheReferenceTells() {
        Compared all = IntStream.range(0, STREAMS)
                .parallel()
                .mapToObj(GeneratedStreamsTest::compare)
                .reduce(Compared.NOTHING, Compared::plus);
        // A comparison of silence would compare nothing.
        assertThat(all.alarms()).isGreaterThan(STREAMS);
        assertThat(all.byMove()).isGreaterThan(STREAMS / 10);
        assertThat(all.sooner()).isGreaterThan(STREAMS / 100);
    }

    private record Compared(int alarms, int byMove, int sooner) {
        static final Compared NOTHING = new Compared(0, 0, 0);

        Compared plus(Compared other) {
            return new Compared(alarms + other.alarms, byMove + other.byMove, sooner + other.sooner);
        }
    }

    private static Compared compare(int seed) {
        Random random = new Random(seed);
        NaiveRadar reference = new NaiveRadar();
        int alarms = 0;
        Map<String, String> gauges = new HashMap<>();
        try (Radar radar = new Radar(NaiveRadar.KEPT)) {
            rule(radar, reference, random, 1, Instant.EPOCH);
            for (int step = 0; step < STEPS; step++) {
                radar.at(radar.now().plus(Duration.ofHours(random.nextInt(40))));
                if (step % LOOKED_AT == 0) {
                    radar.pass(Walk.EVERY);
                }
                reference.pass(radar.now());
                step(radar, reference, random, step);
                List<String> told = words(radar.told());
                List<String> expected = reference.tellsAt(radar.now());
                assertThat(told).as("stream %s, step %s", seed, step).containsExactlyInAnyOrderElementsOf(expected);
                (step % LOOKED_AT == 0 ? radar.gauges() : radar.untoldGauges()).forEach(gauge -> show(gauge, gauges));
                if (step % LOOKED_AT == 0) {
                    assertThat(gauges)
                            .as("gauges of stream %s, step %s", seed, step)
                            .isEqualTo(reference.gauges(radar.now()));
                }
                alarms += (int)
                        expected.stream().filter(one -> one.contains("ALARM")).count();
            }
        }
        return new Compared(alarms, reference.alarmsByMove(), reference.reachedSooner());
    }

    private static void show(GroupGauged gauge, Map<String, String> gauges) {
        if (gauge.units() == 0) {
            gauges.remove(gauge.groupId());
        } else {
            int trend =
                    switch (gauge.trend()) {
                        case RISING -> 1;
                        case STEADY -> 0;
                        case FALLING -> -1;
                    };
            gauges.put(
                    gauge.groupId(),
                    NaiveRadar.gauge(gauge.units(), gauge.threshold(), gauge.unverified(), trend, gauge.claims()));
        }
    }

    private static void step(Radar radar, NaiveRadar reference, Random random, int step) {
        switch (random.nextInt(18)) {
            case 0 -> {
                String lot = random.nextInt(4) == 0 ? null : "L-" + random.nextInt(5) / 4;
                for (int units = random.nextInt(6); units >= 0; units--) {
                    String serial = "S-" + random.nextInt(SERIALS);
                    radar.lot(serial, lot);
                    reference.lot(serial, lot, radar.now());
                }
            }
            case 1 ->
                reference.anyOpen(random).ifPresent(open -> {
                    radar.resolve(open.groupId(), open.episode(), radar.now());
                    reference.resolve(open, radar.now());
                });
            case 2 -> {
                if (random.nextInt(4) == 0) {
                    Instant from = radar.now().plus(Duration.ofHours(random.nextInt(60)));
                    rule(radar, reference, random, step + 2, from);
                }
            }
            case 3 ->
                reference.anyUnidentified(random).ifPresent(line -> {
                    String serial = "S-" + random.nextInt(SERIALS);
                    radar.identify(line.claimId(), line.line(), serial);
                    reference.identify(line, serial, radar.now());
                });
            case 4 ->
                reference.anyIdentified(random).ifPresent(line -> {
                    String serial = "S-" + random.nextInt(SERIALS);
                    radar.identify(line.claimId(), line.line(), serial);
                    reference.identify(line, serial, radar.now());
                });
            case 5, 6, 7, 8 -> {
                String family = random.nextInt(3) == 0 ? "P-501" : "P-502";
                for (int lines = random.nextInt(4); lines >= 0; lines--) {
                    reference.any(random).ifPresent(line -> {
                        radar.diagnose(line.claimId(), line.line(), family);
                        reference.diagnose(line, family, radar.now());
                    });
                }
            }
            case 9 ->
                reference.any(random).ifPresent(line -> {
                    radar.withdraw(line.claimId(), line.line());
                    reference.withdraw(line, radar.now());
                });
            default -> claim(radar, reference, random);
        }
    }

    private static void claim(Radar radar, NaiveRadar reference, Random random) {
        List<UnitLine> lines = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int line = 1; line <= count; line++) {
            lines.add(
                    random.nextInt(5) == 0
                            ? new UnitLine(line, null, 1)
                            : new UnitLine(line, "S-" + random.nextInt(SERIALS), 1));
        }
        // One in six is heard late, some of them by more than a window.
        Instant at = random.nextInt(6) == 0 ? radar.now().minus(Duration.ofHours(random.nextInt(150))) : radar.now();
        String fault = random.nextInt(4) == 0 ? "P-502" : "P-501";
        String claim = radar.claim(VENDOR, "nordwind", "PX-200", fault, at, lines);
        reference.claim(claim, fault, at, lines, radar.now());
    }

    private static void rule(Radar radar, NaiveRadar reference, Random random, int version, Instant from) {
        int units = 4 + random.nextInt(5);
        Duration window = Duration.ofHours(48 + 24L * random.nextInt(4));
        radar.policy(VENDOR, "A-" + version, from, units, window, OF_POLICY_A);
        reference.rule(from, units, window);
    }

    /** One line for each issue that was told of: the radar hears a claim line by line, the reference as a whole. */
    private static List<String> words(List<Event> told) {
        Map<String, String> alarms = new LinkedHashMap<>();
        Map<String, String> counts = new LinkedHashMap<>();
        for (Event event : told) {
            switch (event) {
                case ThresholdReached reached -> {
                    String issue = NaiveRadar.issue(reached.groupId(), reached.episode());
                    assertThat(alarms.put(issue, NaiveRadar.alarm(reached.reachedAt())))
                            .isNull();
                    counts.put(issue, NaiveRadar.count(reached.units(), reached.unverified(), reached.reachedAt()));
                }
                case GroupGrew grew ->
                    counts.put(
                            NaiveRadar.issue(grew.groupId(), grew.episode()),
                            NaiveRadar.count(grew.units(), grew.unverified(), grew.reachedAt()));
                default -> throw new IllegalStateException("the radar tells nothing else");
            }
        }
        List<String> words = new ArrayList<>();
        counts.forEach((issue, count) -> words.add(issue + count + alarms.getOrDefault(issue, "")));
        return words;
    }
}
