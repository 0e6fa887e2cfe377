package dev.aftersales.chassis.aggregate;

/** Others kept changing the aggregate; nothing was written and the call may be repeated. */
public final class Contention extends RuntimeException {
    Contention(String collection, String id) {
        super(collection + " " + id + " was changed by others at every try");
    }
}
