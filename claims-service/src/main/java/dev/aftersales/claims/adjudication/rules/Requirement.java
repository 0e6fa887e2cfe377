package dev.aftersales.claims.adjudication.rules;

import dev.aftersales.claims.adjudication.DocumentKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the policy must have before it judges.
 *
 * @param clause that asks for it
 * @param reading under which it does; absent when its words suffice
 * @param item the name that the customer is asked for
 * @param anyOf particulars of which one suffices
 * @param facts what the claim may say; any one that it says suffices
 * @param shows what a paper must show for itself to be complete; absent when nothing is asked of one
 * @param compares the fact for which a paper that came with the claim must bear each number that the unit's record has;
 *     absent when none is compared
 * @param unrecorded the reading by which a person looks where the unit's record lacks a number that a paper has to be
 *     compared with; absent when the requirement's own says so
 * @param unlessSuspected a clause whose suspicion stands in for it, because a person looks at the line anyway
 * @param unavailable what follows when the customer says that it is not to be had; absent when it is asked for all the
 *     same
 */
public record Requirement(
        String clause,
        @Nullable String reading,
        String item,
        List<Particular> anyOf,
        List<String> facts,
        @Nullable Shows shows,
        @Nullable String compares,
        @Nullable String unrecorded,
        @Nullable String unlessSuspected,
        @Nullable Unavailable unavailable) {
    public Requirement {
        anyOf = List.copyOf(anyOf);
        facts = List.copyOf(facts);
    }

    /**
     * A paper that came with the claim must show these attributes. While there is no such paper nothing is asked.
     *
     * @param attributes by the names under which the paper's particulars are given
     */
    public record Shows(DocumentKind document, List<String> attributes) {
        public Shows {
            attributes = List.copyOf(attributes);
        }
    }

    /** What follows when something is not to be had. */
    public enum Unavailable {
        NOT_COVERED_OFFER_QUOTE
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
        KNOWN_UNIT,
        BILL_OF_LADING,
        AIR_OR_ROAD_WAYBILL,
        CONTRACT_DELIVERY,
        INVOICE,
        PURCHASE_CERTIFICATE,
        WARRANTY_CARD,
        SHIPMENT,
        DELIVERY,
        PROJECT_ACCEPTANCE
    }
}
