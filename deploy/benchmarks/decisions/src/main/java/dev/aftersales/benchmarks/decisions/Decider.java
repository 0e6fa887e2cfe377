package dev.aftersales.benchmarks.decisions;

/** Something that decides the lines of {@link Lines#MIXED}; not for several threads at once. */
interface Decider {
    /** The answer to the line of that index. */
    Answer decide(int line);
}
