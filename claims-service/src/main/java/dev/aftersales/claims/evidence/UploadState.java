package dev.aftersales.claims.evidence;

import java.time.Instant;

/** Where an upload stands. Only what a claim names is kept; everything else goes after a while. */
sealed interface UploadState {

    /** The content is on its way in; a crash leaves it so. */
    record Arriving() implements UploadState {}

    /** The content is there, and no claim names it. */
    record Unclaimed(Content content) implements UploadState {}

    /**
     * A claim is about to name it. The claim may never come into being, so that this is looked at again.
     *
     * @param since machine time of the last reservation for that claim
     */
    record Reserved(Content content, String claimId, Instant since) implements UploadState {}

    /** A claim names it: kept as long as the claim. */
    record Claimed(Content content, String claimId) implements UploadState {}

    /** About to be removed; no claim can have it any more. */
    record Going() implements UploadState {}
}
