package dev.aftersales.local;

/** Somebody stopped the suite before it was ready: no failure, and nothing more to say than that it stopped. */
final class StoppedWhileStarting extends RuntimeException {

    StoppedWhileStarting() {
        super("The suite was stopped before it was ready.");
    }
}
