package dev.aftersales.claims.claims;

import java.util.List;

/** What became of a request to submit a claim. */
sealed interface Submission {

    /**
     * There is a claim for it.
     *
     * @param replayed an earlier or a concurrent request made it
     */
    record Accepted(FirstAnswer answer, boolean replayed) implements Submission {}

    /** The key was used for another request. */
    record KeyReused(String claimId) implements Submission {}

    /** The vendor has no such contract with the caller's organisation. */
    record ContractUnknown(String contractNumber) implements Submission {}

    /**
     * The contract says that a unit is of another model than the one that is claimed (A4.2).
     *
     * @param field where the request names the unit
     */
    record ModelMismatch(String field, int line, String serial, String model) implements Submission {}

    /** The units stand under several contracts of the caller's company. */
    record ContractsDiffer(List<String> contractNumbers) implements Submission {}

    /** The policy makes no claim of it without these consents (D0.1). */
    record ConsentNeeded(String policyVersion, List<SaidCheck.Needed> consents) implements Submission {}

    /** Something that the policy cannot make anything of. */
    record NotTaken(SaidCheck.Refusal refusal) implements Submission {}

    /** The vendor has no policy in force. */
    record NoPolicy(String vendor) implements Submission {}

    /** It is not known how to reach the caller. */
    record ContactNeeded() implements Submission {}

    /** Evidence that does not exist, is another's, or belongs to another claim. */
    record EvidenceUnusable(List<String> ids) implements Submission {}
}
