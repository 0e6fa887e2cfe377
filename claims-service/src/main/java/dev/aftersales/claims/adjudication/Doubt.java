package dev.aftersales.claims.adjudication;

/**
 * A doubt that is put before a person.
 *
 * @param clause by which the person decides
 * @param about the fact that is in doubt, for example {@code cause}; of evidence that is not to be had, which one
 */
public record Doubt(String clause, String about) {

    /** What a citation of evidence is about is the item, as many items may be asked for by one clause. */
    static Doubt of(Citation citation) {
        return new Doubt(citation.clause(), citation.fact().equals("evidence") ? citation.value() : citation.fact());
    }

    /** What the doubt is about when the vendor's own record lacks a part of the item. */
    static String unrecorded(String item) {
        return new Found.Unrecorded(item).raw();
    }

    /** What the doubt is about when the item is not to be had. */
    static String lacking(String item) {
        return new Found.NotToBeHad(item).raw();
    }
}
