package dev.aftersales.claims.evidence;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.store.Outages;
import dev.aftersales.claims.identity.DerivedId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;

/**
 * Takes one file in: part by part from the request into the store, sniffing the kind from its first bytes. The document
 * that stands for it is written first, so that a crash leaves nothing that the sweep would not find.
 */
final class EvidenceIntake {

    /** What a request may have beside the file: boundaries and headers. */
    private static final long ENVELOPE = 16 * 1024;

    private final Aggregates<Upload> uploads;
    private final EvidenceFiles files;
    private final long limit;
    private final Clock machineClock;
    private final Sniffer sniffer = new Sniffer();

    EvidenceIntake(Aggregates<Upload> uploads, EvidenceFiles files, long limit, Clock machineClock) {
        this.uploads = uploads;
        this.files = files;
        this.limit = limit;
        this.machineClock = machineClock;
    }

    /** The upload of that id, whoever asks. */
    Optional<Upload> find(String id) {
        return uploads.find(id).map(Stored::state);
    }

    Intake take(Caller caller, String vendor, HttpServletRequest request) throws IOException {
        var parts = new JakartaServletFileUpload<>();
        parts.setSizeMax(limit + ENVELOPE);
        String id = DerivedId.random("evd");
        @Nullable Content content = null;
        try {
            FileItemInputIterator items = parts.getItemIterator(request);
            while (items.hasNext()) {
                FileItemInput item = items.next();
                if (content != null) {
                    return withdrawn(id, new Intake.NotOneFile("There is more than one part."));
                }
                if (item.isFormField() || !"file".equals(item.getFieldName())) {
                    return new Intake.NotOneFile("The part is not a file in the field \"file\".");
                }
                switch (store(caller, vendor, id, item)) {
                    case Intake.Taken taken -> content = taken.content();
                    case Intake refused -> {
                        return refused;
                    }
                }
            }
        } catch (FileUploadSizeException e) {
            return withdrawn(
                    id,
                    e.getPermitted() == MultipartInput.DEFAULT_PART_HEADER_SIZE_MAX
                            ? new Intake.NameTooLong(e.getPermitted())
                            : new Intake.TooLarge(limit));
        } catch (EvidenceFiles.TooLarge e) {
            return withdrawn(id, new Intake.TooLarge(limit));
        } catch (FileUploadException e) {
            return withdrawn(id, new Intake.NotOneFile("The multipart body is broken."));
        } catch (IOException | RuntimeException e) {
            removeHalf(id, e);
            throw e;
        }
        if (content == null) {
            return new Intake.NotOneFile("There is no file.");
        }
        Content complete = content;
        uploads.decide(
                id, stored -> Decision.commit(stored.state().with(new UploadState.Unclaimed(complete)), complete));
        return new Intake.Taken(id, complete);
    }

    private Intake store(Caller caller, String vendor, String id, FileItemInput item) throws IOException {
        try (InputStream in = item.getInputStream()) {
            byte[] head = in.readNBytes(Sniffer.HEAD);
            if (head.length == 0) {
                return new Intake.NotOneFile("The file is empty.");
            }
            Optional<MediaKind> kind = sniffer.kindOf(head);
            if (kind.isEmpty()) {
                return new Intake.NotTaken();
            }
            uploads.insert(
                    id,
                    Change.of(new Upload(
                            id,
                            vendor,
                            caller.organisation(),
                            caller.person(),
                            machineClock.instant(),
                            FileName.cleaned(item.getName()),
                            new UploadState.Arriving())));
            EvidenceFiles.Written written =
                    files.write(id, new SequenceInputStream(new ByteArrayInputStream(head), in), limit);
            return new Intake.Taken(id, new Content(kind.get(), written.size(), written.sha256()));
        }
    }

    /** Leaves it to the sweep where the store is away: trying would keep the caller waiting as long again. */
    private void removeHalf(String id, Exception failure) {
        if (Outages.isOutage(failure) && !Outages.isOutOfSpace(failure)) {
            return;
        }
        try {
            files.remove(id);
        } catch (RuntimeException e) {
            // What the caller is told is why the upload failed, not that the sweep has something to do.
            failure.addSuppressed(e);
        }
    }

    private Intake withdrawn(String id, Intake refusal) {
        files.remove(id);
        return refusal;
    }
}
