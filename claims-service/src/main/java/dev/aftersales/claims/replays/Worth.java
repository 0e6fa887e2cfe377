package dev.aftersales.claims.replays;

import dev.aftersales.contracts.events.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an item of a line's service costs, and where that stands.
 *
 * @param amount absent exactly where nothing of it is done
 */
record Worth(Basis basis, @Nullable Money amount) {

    Worth {
        if ((amount == null) != (basis == Basis.NOT_PERFORMED)) {
            throw new IllegalArgumentException("what is done has its price, and nothing else has");
        }
    }

    /** Where it stands. */
    enum Basis {
        /** On the line's own quote. */
        QUOTE,
        /** In the vendor's standard tariff, for the parts that the diagnosis named or for the case as a whole. */
        TARIFF,
        /** Nowhere: the line is served in a way that does nothing of it, so it costs nobody anything. */
        NOT_PERFORMED
    }
}
