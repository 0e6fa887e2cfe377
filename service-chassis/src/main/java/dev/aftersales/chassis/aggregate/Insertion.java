package dev.aftersales.chassis.aggregate;

/** Outcome of an insert: done, or somebody was first. */
public sealed interface Insertion<S> {

    /** The aggregate as it now stands. */
    Stored<S> stored();

    /** This call made it. */
    record Inserted<S>(Stored<S> stored) implements Insertion<S> {}

    /** An earlier or a concurrent call made it. */
    record AlreadyThere<S>(Stored<S> stored) implements Insertion<S> {}
}
