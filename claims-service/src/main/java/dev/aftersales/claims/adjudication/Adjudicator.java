package dev.aftersales.claims.adjudication;

/** Judges claims: a pure function of policy and facts, without clock or store. Stateless; shared by all threads. */
public interface Adjudicator {

    /**
     * Judges every line of a claim.
     *
     * @param policy the version that the claim is bound to
     * @param pass {@link Pass#AFTER_DIAGNOSIS} for lines that have a diagnosis; a line without one is judged as in
     *     {@link Pass#FIRST}
     */
    Verdicts judge(CompiledPolicy policy, Facts facts, Pass pass);
}
