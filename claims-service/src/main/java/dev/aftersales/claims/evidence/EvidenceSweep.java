package dev.aftersales.claims.evidence;

import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Stored;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes uploads that no claim has named for a day: never claimed, half arrived, or reserved for a claim that never came
 * into being. What a claim does name it takes off its list for good.
 */
final class EvidenceSweep implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(EvidenceSweep.class);
    private static final int BATCH = 100;

    private final Aggregates<Upload> uploads;
    private final EvidenceFiles files;
    private final ClaimedEvidence claims;
    private final Duration keepUnclaimed;
    private final Clock machineClock;

    EvidenceSweep(
            Aggregates<Upload> uploads,
            EvidenceFiles files,
            ClaimedEvidence claims,
            Duration keepUnclaimed,
            Clock machineClock) {
        this.uploads = uploads;
        this.files = files;
        this.claims = claims;
        this.keepUnclaimed = keepUnclaimed;
        this.machineClock = machineClock;
    }

    @Override
    public void run() {
        Instant left = machineClock.instant().minus(keepUnclaimed);
        List<Stored<Upload>> batch;
        do {
            batch = uploads.query(lt(UploadType.UNCLAIMED_SINCE, left), ascending(UploadType.UNCLAIMED_SINCE), BATCH);
            batch.forEach(upload -> settle(upload.id(), left));
        } while (batch.size() == BATCH);
    }

    private void settle(String id, Instant left) {
        boolean going = uploads.<Boolean>decide(id, stored -> decide(stored.state(), left))
                .orElse(false);
        if (going) {
            files.remove(id);
            log.atInfo().addKeyValue("evidence", id).log("Removed evidence that no claim names");
        }
    }

    private Decision<Upload, Boolean> decide(Upload upload, Instant left) {
        if (upload.unclaimedSince().filter(since -> since.isBefore(left)).isEmpty()) {
            return Decision.refuse(false);
        }
        return switch (upload.state()) {
            case UploadState.Reserved reserved ->
                claims.names(reserved.claimId(), upload.id())
                        ? Decision.commit(
                                upload.with(new UploadState.Claimed(reserved.content(), reserved.claimId())), false)
                        : Decision.commit(upload.with(new UploadState.Going()), true);
            case UploadState.Unclaimed unclaimed -> Decision.commit(upload.with(new UploadState.Going()), true);
            case UploadState.Arriving arriving -> Decision.commit(upload.with(new UploadState.Going()), true);
            // A sweep that died after this mark and before the removal is finished here.
            case UploadState.Going again -> Decision.refuse(true);
            case UploadState.Claimed claimed -> Decision.refuse(false);
        };
    }
}
