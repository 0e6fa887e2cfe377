package dev.aftersales.claims.adjudication.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the policy must have before it judges.
 *
 * @param clause that asks for it
 * @param reading under which it does; absent when its words suffice
 * @param item the name that the customer is asked for
 * @param anyOf particulars of which one suffices
 * @param unlessSuspected a clause whose suspicion stands in for it, because a person looks at the line anyway
 */
public record Requirement(
        String clause,
        @Nullable String reading,
        String item,
        List<Particular> anyOf,
        @Nullable String unlessSuspected) {
    public Requirement {
        anyOf = List.copyOf(anyOf);
    }

    /** What may be asked for. */
    public enum Particular {
        CONTRACT_NUMBER,
        /** The contract that was named is one of the claimant's; not asked while none was named. */
        KNOWN_CONTRACT,
        /** A model, and not another one than the record of the line's unit says. */
        MODEL,
        FAULT_DESCRIPTION,
        PHOTO,
        VIDEO,
        SERIAL,
        /** The contract that was named has a unit of that serial; not asked while either is missing. */
        KNOWN_UNIT
    }
}
