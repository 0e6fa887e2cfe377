package dev.aftersales.benchmarks.decisions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The lines that everything here is asked to decide. */
final class Lines {

    /** A power of two. */
    static final int COUNT = 1024;

    private static final int SEED = 42;

    /** Always the same ones, in an order in which no kind follows from the one before. */
    static final List<Line> MIXED = mixed();

    private Lines() {}

    /** The index after that one, around the end. */
    static int after(int line) {
        return (line + 1) & (COUNT - 1);
    }

    private static List<Line> mixed() {
        Random random = new Random(SEED);
        GivenLine given = new GivenLine(random);
        List<Line> lines = new ArrayList<>(COUNT);
        for (int i = 0; i < COUNT; i++) {
            lines.add(given.next());
        }
        Collections.shuffle(lines, random);
        return List.copyOf(lines);
    }
}
