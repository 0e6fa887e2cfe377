package dev.aftersales.claims.replays;

import java.time.Instant;

/** A claim without a comparison, as it is listed. */
record UnjudgeableView(
        String claimId, Instant submittedAt, Outcome outcome, Unjudgeable.Reason reason, String detail, String claim) {

    /** In the place of a standing. */
    enum Outcome {
        UNJUDGEABLE
    }

    static UnjudgeableView of(Unjudgeable unjudgeable) {
        return new UnjudgeableView(
                unjudgeable.claimId(),
                unjudgeable.submittedAt(),
                Outcome.UNJUDGEABLE,
                unjudgeable.reason(),
                unjudgeable.detail(),
                "/api/v1/claims/" + unjudgeable.claimId());
    }
}
