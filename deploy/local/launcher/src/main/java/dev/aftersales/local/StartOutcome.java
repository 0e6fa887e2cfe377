package dev.aftersales.local;

/** What became of one attempt to start a part. */
sealed interface StartOutcome {

    /** It runs and is ready. */
    record Ready() implements StartOutcome {}

    /** Something else was asked of the part meanwhile, and that counts. */
    record Overtaken() implements StartOutcome {}

    /**
     * It ended, or did not get ready.
     *
     * @param fact what happened and why
     * @param sentence the same with what to do, for a person
     */
    record Failed(String fact, String sentence) implements StartOutcome {}
}
