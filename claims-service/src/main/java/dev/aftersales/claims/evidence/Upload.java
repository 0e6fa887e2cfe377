package dev.aftersales.claims.evidence;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A photo or video that somebody handed in.
 *
 * @param organisation whose it is; absent for staff until a claim names it, then that claim's
 * @param uploadedBy the person's id
 * @param uploadedAt machine time
 * @param fileName as the client called it, cleaned; for people to read, never a path, never sent as a header
 */
record Upload(
        String id,
        String vendor,
        @Nullable String organisation,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable String fileName,
        UploadState state) {

    Upload with(UploadState next) {
        return new Upload(id, vendor, organisation, uploadedBy, uploadedAt, fileName, next);
    }

    Upload ownedBy(String owner) {
        return new Upload(
                id, vendor, organisation == null ? owner : organisation, uploadedBy, uploadedAt, fileName, state);
    }

    /** What was uploaded; empty while it arrives and once it goes. */
    Optional<Content> content() {
        return switch (state) {
            case UploadState.Unclaimed unclaimed -> Optional.of(unclaimed.content());
            case UploadState.Reserved reserved -> Optional.of(reserved.content());
            case UploadState.Claimed claimed -> Optional.of(claimed.content());
            case UploadState.Arriving arriving -> Optional.empty();
            case UploadState.Going going -> Optional.empty();
        };
    }

    /** From when on it counts as left behind; empty when a claim keeps it. */
    Optional<Instant> unclaimedSince() {
        return switch (state) {
            case UploadState.Claimed claimed -> Optional.empty();
            case UploadState.Reserved reserved -> Optional.of(reserved.since());
            case UploadState.Arriving arriving -> Optional.of(uploadedAt);
            case UploadState.Unclaimed unclaimed -> Optional.of(uploadedAt);
            case UploadState.Going going -> Optional.of(uploadedAt);
        };
    }
}
