package dev.aftersales.claims.policies;

/** A policy pack is wrong; the service does not start. The message names the file, the place in it and the rule. */
final class PackError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PackError(String file, String path, String rule) {
        super(file + ": " + path + ": " + rule);
    }
}
