package dev.aftersales.local;

/** The suite cannot run. The message is one sentence for the person at the terminal: what is wrong and what to do. */
public final class StartFailure extends RuntimeException {

    public StartFailure(String sentence) {
        super(sentence);
    }
}
