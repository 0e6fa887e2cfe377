package dev.aftersales.endtoend.ledger;

import java.util.List;

/** Compares what callers tried with what stands in the suite, once it is quiet. */
public sealed interface Checker permits Lost, Phantom, Doubled, Order, Divergent {

    /** One sentence for each thing that is wrong; empty when nothing is. */
    List<String> findings(Ledger ledger, Sighting sighting);

    /** The word under which its figure is told. */
    default String name() {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    /** All five. */
    static List<Checker> all() {
        return List.of(new Lost(), new Phantom(), new Doubled(), new Order(), new Divergent());
    }
}
