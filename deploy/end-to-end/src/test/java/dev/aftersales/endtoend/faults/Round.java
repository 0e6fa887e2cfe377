package dev.aftersales.endtoend.faults;

/** How much is run: a short round with every build, the full one under the profile {@code faults}. */
enum Round {
    SHORT,
    FULL;

    static Round wanted() {
        return System.getProperty("aftersales.round", "short").equals("full") ? FULL : SHORT;
    }

    /** The size that fits the round. */
    static int of(int inShort, int inFull) {
        return wanted() == FULL ? inFull : inShort;
    }
}
