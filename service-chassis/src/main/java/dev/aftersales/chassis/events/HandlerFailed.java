package dev.aftersales.chassis.events;

/**
 * A reaction ended with an {@code Error} of the record's own, a stack overflow or a missing class; wrapped, because the
 * listener container would die of the error itself.
 */
final class HandlerFailed extends RuntimeException {
    HandlerFailed(Error cause) {
        super(cause);
    }
}
