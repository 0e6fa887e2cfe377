package dev.aftersales.chassis.store;

/** A fellow service does not answer; to be tried again later. */
public final class FellowUnavailable extends RuntimeException {
    public FellowUnavailable(String fellow, Throwable cause) {
        super(fellow + " does not answer", cause);
    }
}
