package dev.aftersales.failpoints;

/** What kill -9 does: no hook runs, nothing is flushed. */
final class Crash {

    /** The exit code of a process that was killed by signal 9. */
    static final int CODE = 137;

    private Crash() {}

    static void now() {
        Runtime.getRuntime().halt(CODE);
    }
}
