package dev.aftersales.benchmarks.decisions;

/** Holds what somebody decides against what the suite's engine does: figures of different decisions compare nothing. */
final class Agreement {

    private Agreement() {}

    /**
     * Asks both about every line.
     *
     * @throws IllegalStateException for the first line of which they say something different
     */
    static void check(Decider decider, Suite suite) {
        for (int line = 0; line < Lines.COUNT; line++) {
            Answer ours = suite.decide(line);
            Answer theirs = decider.decide(line);
            if (!theirs.agreesWith(ours)) {
                throw new IllegalStateException("%s says %s where the suite says %s, of %s"
                        .formatted(decider.getClass().getSimpleName(), theirs, ours, Lines.MIXED.get(line)));
            }
        }
    }
}
