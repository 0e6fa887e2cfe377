package dev.aftersales.failpoints;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code no-unique-key}: the id of a claim follows from nothing, so that a repeated request makes a second claim. Evidence
 * is still reserved under the id that it should have had: otherwise that other guard would refuse the second claim.
 */
final class NoUniqueKey {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private NoUniqueKey() {}

    static List<Failpoint> of(Spec spec, Journal journal) {
        Map<String, String> rightIds = new ConcurrentHashMap<>();
        return List.of(
                new Failpoint(
                        Target.of("dev.aftersales.claims.claims.ClaimId", "of"),
                        new Interception() {
                            @Override
                            public Object returned(@Nullable Object returned) {
                                String right = String.valueOf(returned);
                                String wrong = anotherOf(right);
                                rightIds.put(wrong, right);
                                journal.hit("right", right, "claim", wrong);
                                return wrong;
                            }
                        },
                        journal),
                new Failpoint(
                        Target.of("dev.aftersales.claims.evidence.EvidenceReservation", "reserve"),
                        new Interception() {
                            @Override
                            public boolean skips(@Nullable Object self, @Nullable Object[] arguments) {
                                String claim = String.valueOf(arguments[0]);
                                arguments[0] = rightIds.getOrDefault(claim, claim);
                                return false;
                            }
                        },
                        journal));
    }

    /** An id of the same form. */
    private static String anotherOf(String id) {
        int random = ThreadLocalRandom.current().nextInt(1 << 30);
        String tail = IntStream.iterate(random, bits -> bits >> 5)
                .limit(6)
                .mapToObj(bits -> ALPHABET.substring(bits & 31, (bits & 31) + 1))
                .collect(Collectors.joining());
        return id.substring(0, id.length() - tail.length()) + tail;
    }
}
