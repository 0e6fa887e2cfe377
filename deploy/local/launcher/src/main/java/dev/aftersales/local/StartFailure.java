package dev.aftersales.local;

/** The suite cannot run. The message is one sentence for the person at the terminal: what is wrong and what to do. */
public final class StartFailure extends RuntimeException {

    private final String sentence;

    public StartFailure(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** The message. */
    public String sentence() {
        return sentence;
    }
}
