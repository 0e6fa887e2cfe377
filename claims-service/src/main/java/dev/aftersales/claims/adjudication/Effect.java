package dev.aftersales.claims.adjudication;

/** What a clause does to the verdict that cites it. */
public enum Effect {
    /** Its condition of cover is met. */
    SUPPORTS,
    /** It grants something: free labour, a route of service, a quote. */
    GRANTS,
    /** It lays a cost on the customer, or leaves it to be agreed. */
    CHARGES,
    /** It takes the line out of cover. */
    EXCLUDES,
    /** It would take the line out of cover (or send it elsewhere) if a person confirmed the fact. */
    SUSPECTED,
    /** Somebody else answers for it. */
    REDIRECTS,
    /** It cannot be applied without more evidence. */
    LACKS_EVIDENCE,
    /** It leaves open what the facts ask; a person decides. */
    UNDECIDED,
    /** A person looked at the suspicion and found that it does not hold. */
    DISMISSED,
    /** A dispute of the clause was upheld: what it says against the line does not count. */
    DISPUTE_UPHELD,
    /** It matched, and something else counts in its place: a paper that is no proof, a term that gives way. */
    NOTED
}
