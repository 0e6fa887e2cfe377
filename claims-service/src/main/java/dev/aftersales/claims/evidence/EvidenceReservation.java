package dev.aftersales.claims.evidence;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.claims.adjudication.EvidenceItem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Reserves uploads for a claim before the claim is written, by compare-and-set on each upload. Repeatable for the same
 * claim id; a claim that then never comes into being leaves its uploads to the sweep. What an application that has ended
 * leaves to a new one (D4.2c) stays that application's as well.
 */
public final class EvidenceReservation {

    private final Aggregates<Upload> uploads;
    private final ClaimedEvidence claims;
    private final Clock machineClock;

    EvidenceReservation(Aggregates<Upload> uploads, ClaimedEvidence claims, Clock machineClock) {
        this.uploads = uploads;
        this.claims = claims;
        this.machineClock = machineClock;
    }

    /** Outcome of a reservation. */
    public sealed interface Reservation {

        /** All of them are the claim's. */
        record Reserved(List<EvidenceItem> items) implements Reservation {}

        /** These do not exist, are somebody else's, or belong to another claim: which of it is not told. */
        record Unusable(List<String> ids) implements Reservation {}
    }

    /**
     * Reserves these uploads for the claim.
     *
     * @param organisation of the claim
     * @param staff whether the vendor's staff name them, who may also use what staff uploaded
     */
    public Reservation reserve(String claimId, String vendor, String organisation, boolean staff, List<String> ids) {
        // All are looked at before the first is taken, so that a refused request rarely keeps any.
        List<String> unusable = ids.stream()
                .filter(id -> uploads.find(id)
                        .filter(found -> isUsable(found.state(), claimId, vendor, organisation, staff))
                        .isEmpty())
                .toList();
        if (!unusable.isEmpty()) {
            return new Reservation.Unusable(unusable);
        }
        List<EvidenceItem> items = new ArrayList<>();
        for (String id : ids) {
            boolean taken = uploads.<Boolean>decide(
                            id, stored -> take(stored.state(), claimId, vendor, organisation, staff, items))
                    .orElse(false);
            if (!taken) {
                return new Reservation.Unusable(List.of(id));
            }
        }
        return new Reservation.Reserved(items);
    }

    private Decision<Upload, Boolean> take(
            Upload upload,
            String claimId,
            String vendor,
            String organisation,
            boolean staff,
            List<EvidenceItem> items) {
        if (!isUsable(upload, claimId, vendor, organisation, staff)) {
            return Decision.refuse(false);
        }
        Content content = upload.content().orElseThrow();
        items.removeIf(item -> item.id().equals(upload.id()));
        items.add(new EvidenceItem(upload.id(), content.type().kind()));
        if (upload.state() instanceof UploadState.Claimed) {
            return Decision.refuse(true);
        }
        if (upload.state() instanceof UploadState.Reserved reserved
                && !reserved.claimId().equals(claimId)) {
            // Kept for the claim that has it, whatever becomes of this one.
            return Decision.commit(upload.with(new UploadState.Claimed(content, reserved.claimId())), true);
        }
        // Written even when it is reserved for this claim already: the sweep must not take it from under a late
        // repetition.
        return Decision.commit(
                upload.ownedBy(organisation).with(new UploadState.Reserved(content, claimId, machineClock.instant())),
                true);
    }

    private boolean isUsable(Upload upload, String claimId, String vendor, String organisation, boolean staff) {
        boolean theirs = organisation.equals(upload.organisation()) || (staff && upload.organisation() == null);
        return upload.vendor().equals(vendor)
                && theirs
                && switch (upload.state()) {
                    case UploadState.Unclaimed unclaimed -> true;
                    case UploadState.Reserved reserved ->
                        reserved.claimId().equals(claimId) || claims.leaves(reserved.claimId(), upload.id());
                    case UploadState.Claimed claimed ->
                        claimed.claimId().equals(claimId) || claims.leaves(claimed.claimId(), upload.id());
                    case UploadState.Arriving arriving -> false;
                    case UploadState.Going going -> false;
                };
    }
}
