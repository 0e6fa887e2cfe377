package dev.aftersales.claims.evidence;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes evidence in, and hands it back as nothing but a download. */
@RestController
@RequestMapping("/api/v1/evidence")
class EvidenceController {

    private final EvidenceIntake intake;
    private final EvidenceFiles files;

    EvidenceController(EvidenceIntake intake, EvidenceFiles files) {
        this.intake = intake;
        this.files = files;
    }

    /** What was taken in. */
    record EvidenceView(String id, String contentType, long size, String sha256) {
        static EvidenceView of(String id, Content content) {
            return new EvidenceView(id, content.type().mediaType(), content.size(), content.sha256());
        }
    }

    @Allowed({Role.CUSTOMER, Role.ACCOUNT_MANAGER, Role.AGENT})
    @PostMapping
    ResponseEntity<EvidenceView> upload(
            Caller caller, @RequestParam(required = false) @Nullable String vendor, HttpServletRequest request)
            throws IOException {
        String tenant = caller.vendorOr(vendor);
        // Checked here and not by the mapping: who may not upload is told so, whatever they send.
        if (!JakartaServletFileUpload.isMultipartContent(request)) {
            throw Problem.status(415)
                    .type("multipart-needed")
                    .title("The upload is not a multipart form")
                    .detail("Send one file in the field \"file\" of a multipart/form-data body.")
                    .exception();
        }
        return switch (intake.take(caller, tenant, request)) {
            case Intake.Taken taken ->
                ResponseEntity.created(URI.create("/api/v1/evidence/" + taken.id()))
                        .body(EvidenceView.of(taken.id(), taken.content()));
            case Intake.NotOneFile notOne ->
                throw Problem.status(400)
                        .type("one-file-needed")
                        .title("The upload is not exactly one file")
                        .detail(notOne.reason() + " Send one file with content in the multipart field \"file\".")
                        .with("field", "file")
                        .exception();
            case Intake.NotTaken notTaken ->
                throw Problem.status(415)
                        .type("media-type-not-taken")
                        .title("The file is neither a photo nor a video that is taken in")
                        .detail("Its content is what counts, not its name. Taken in are: JPEG, PNG, WebP, HEIC, GIF,"
                                + " MP4, QuickTime, WebM, Matroska.")
                        .with("field", "file")
                        .exception();
            case Intake.NameTooLong tooLong ->
                throw Problem.status(400)
                        .type("file-name-too-long")
                        .title("The name of the file is too long")
                        .detail("The headers of the file's part, its name among them, have at most " + tooLong.limit()
                                + " bytes. Give the file a shorter name.")
                        .with("field", "file")
                        .with("limit", tooLong.limit())
                        .exception();
            case Intake.TooLarge tooLarge ->
                throw Problem.status(413)
                        .type("file-too-large")
                        .title("The file is too large")
                        .detail("A file has at most " + tooLarge.limit() + " bytes.")
                        .with("field", "file")
                        .with("limit", tooLarge.limit())
                        .exception();
        };
    }

    @Allowed({Role.CUSTOMER, Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN})
    @GetMapping("/{evidenceId}")
    void download(Caller caller, @PathVariable String evidenceId, HttpServletResponse response) throws IOException {
        Upload upload = intake.find(evidenceId)
                .filter(found -> isVisible(found, caller))
                .orElseThrow(() -> Problem.notFound("evidence", evidenceId).exception());
        Content content = upload.content()
                .orElseThrow(() -> Problem.notFound("evidence", evidenceId).exception());
        response.setContentType(content.type().mediaType());
        response.setContentLengthLong(content.size());
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + upload.id() + "." + content.type().extension() + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        files.copy(evidenceId, response.getOutputStream());
    }

    /** A customer sees the own company's uploads, staff those of their vendor (design, section 8). */
    private static boolean isVisible(Upload upload, Caller caller) {
        if (!caller.servesVendor(upload.vendor())) {
            return false;
        }
        return caller.isAnyOf(Role.AGENT, Role.TECHNICIAN, Role.ACCOUNT_MANAGER)
                || (caller.organisation() != null && caller.organisation().equals(upload.organisation()));
    }
}
