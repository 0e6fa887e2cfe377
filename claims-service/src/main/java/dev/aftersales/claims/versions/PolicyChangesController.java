package dev.aftersales.claims.versions;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.problems.ProblemException;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.chassis.sweeps.LeasedSweep;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changes a vendor's policy: draft, notice, activation. Whatever is posted, the versions in force stay in force. */
@RestController
@RequestMapping("/api/v1/policies")
class PolicyChangesController {

    private static final Logger log = LoggerFactory.getLogger(PolicyChangesController.class);
    /** So many of those who were not reached are named at once. */
    private static final int UNREACHED = 100;

    private static final Pattern ETAG = Pattern.compile("\"([0-9]{1,9})\"");

    private final Versions versions;
    private final ToldOtherwise toldOtherwise;
    private final LeasedSweep noticeSweep;

    PolicyChangesController(
            Versions versions, ToldOtherwise toldOtherwise, @Qualifier("noticeSweep") LeasedSweep noticeSweep) {
        this.versions = versions;
        this.toldOtherwise = toldOtherwise;
        this.noticeSweep = noticeSweep;
    }

    /** When the version is to take effect, as the customers will be told. */
    record NoticeBody(@NotNull Instant effectiveFrom) {}

    /** From when on; left out: as the customers were told. */
    record ActivationBody(@Nullable Instant effectiveFrom) {}

    /** By which other means a customer was told, for example a letter or a call. */
    record ToldBody(@NotBlank @Size(max = 500) String how) {}

    /** Why it is given up. */
    record WithdrawalBody(@NotBlank @Size(max = 500) String reason) {}

    /** Makes a draft of a pack. */
    @PostMapping
    @Allowed(Role.POLICY_ADMIN)
    ResponseEntity<LifecycleView> create(
            Caller caller,
            @RequestParam @Nullable String vendor,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
            InputStream body)
            throws IOException {
        String tenant = caller.vendorOr(vendor);
        String pack = PackBody.read(body, contentType);
        PolicyVersion version = done(versions.create(tenant, pack, caller.person()), "");
        logged(version, caller, "policy drafted");
        return ResponseEntity.created(URI.create("/api/v1/policies/" + version.id()))
                .eTag("\"" + version.revision() + "\"")
                .body(view(version));
    }

    /** Replaces a draft that nobody else has changed since it was read: {@code If-Match} names its ETag. */
    @PutMapping("/{version}")
    @Allowed(Role.POLICY_ADMIN)
    ResponseEntity<LifecycleView> replace(
            Caller caller,
            @PathVariable String version,
            @RequestParam @Nullable String vendor,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        String tenant = caller.vendorOr(vendor);
        if (versions.find(tenant, version).isEmpty()) {
            throw unknown(version);
        }
        int revision = revision(ifMatch);
        String pack = PackBody.read(body, contentType);
        PolicyVersion replaced = done(versions.replace(tenant, version, pack, revision, caller.person()), version);
        logged(replaced, caller, "policy draft replaced");
        return ResponseEntity.ok().eTag("\"" + replaced.revision() + "\"").body(view(replaced));
    }

    /** Has every customer told (A6.2). Asked again, it tells who came since and who was not reached, and nobody twice. */
    @PostMapping("/{version}/notice")
    @Allowed(Role.POLICY_ADMIN)
    ResponseEntity<LifecycleView> notice(
            Caller caller,
            @PathVariable String version,
            @RequestParam @Nullable String vendor,
            @RequestBody @Valid NoticeBody body) {
        String tenant = caller.vendorOr(vendor);
        Instant effectiveFrom = body.effectiveFrom().truncatedTo(ChronoUnit.MILLIS);
        PolicyVersion noticed = done(versions.notice(tenant, version, effectiveFrom, caller.person()), version);
        noticeSweep.hurry();
        logged(noticed, caller, "policy notice requested");
        return ResponseEntity.accepted().body(view(noticed));
    }

    /** Takes down that a customer whom no mail reached was told by other means; it counts like a mail of today (A6.2). */
    @PostMapping("/{version}/notice/{customerId}/told")
    @Allowed({Role.POLICY_ADMIN, Role.VENDOR_OPS})
    LifecycleView told(
            Caller caller,
            @PathVariable String version,
            @PathVariable String customerId,
            @RequestParam @Nullable String vendor,
            @RequestBody @Valid ToldBody body) {
        PolicyVersion found = versions.find(caller.vendorOr(vendor), version).orElseThrow(() -> unknown(version));
        Outcome outcome = toldOtherwise.told(found, customerId, body.how().strip(), caller.person());
        if (outcome instanceof Outcome.NotAsked) {
            throw Problem.notFound("customer of this notice", customerId).exception();
        }
        PolicyVersion told = done(outcome, version);
        logged(told, caller, "customer told of a policy version by other means");
        return view(told);
    }

    /** Sets the version to take effect, unless the policy in force does not allow it. */
    @PostMapping("/{version}/activation")
    @Allowed(Role.POLICY_ADMIN)
    LifecycleView activate(
            Caller caller,
            @PathVariable String version,
            @RequestParam @Nullable String vendor,
            @RequestBody(required = false) @Nullable ActivationBody body) {
        String tenant = caller.vendorOr(vendor);
        Instant wished = body == null || body.effectiveFrom() == null
                ? null
                : body.effectiveFrom().truncatedTo(ChronoUnit.MILLIS);
        PolicyVersion active = done(versions.activate(tenant, version, wished, caller.person()), version);
        logged(active, caller, "policy version activated");
        return view(active);
    }

    /** Gives up a version that has not taken effect, and has everyone told of that whom a mail told of the version. */
    @PostMapping("/{version}/withdrawal")
    @Allowed(Role.POLICY_ADMIN)
    LifecycleView withdraw(
            Caller caller,
            @PathVariable String version,
            @RequestParam @Nullable String vendor,
            @RequestBody @Valid WithdrawalBody body) {
        String tenant = caller.vendorOr(vendor);
        PolicyVersion withdrawn = done(versions.withdraw(tenant, version, body.reason(), caller.person()), version);
        noticeSweep.hurry();
        logged(withdrawn, caller, "policy version withdrawn");
        return view(withdrawn);
    }

    /** Where the version stands, with the ETag that a change of it names. */
    @GetMapping("/{version}/lifecycle")
    @Allowed({Role.POLICY_ADMIN, Role.VENDOR_OPS})
    ResponseEntity<LifecycleView> lifecycle(
            Caller caller, @PathVariable String version, @RequestParam @Nullable String vendor) {
        PolicyVersion found = versions.find(caller.vendorOr(vendor), version).orElseThrow(() -> unknown(version));
        return ResponseEntity.ok().eTag("\"" + found.revision() + "\"").body(view(found));
    }

    private LifecycleView view(PolicyVersion version) {
        NoticeFigures figures = version.stage().told() == null ? NoticeFigures.NONE : versions.figures(version);
        List<String> unreached = figures.failed() > 0 ? versions.unreached(version, UNREACHED) : List.of();
        return LifecycleView.of(
                version,
                versions.warnings(version, figures),
                figures,
                unreached,
                version.stage() instanceof Stage.Withdrawn ? null : versions.noticeEnd(version, figures));
    }

    private static PolicyVersion done(Outcome outcome, String version) {
        return switch (outcome) {
            case Outcome.Done done -> done.version();
            case Outcome.Unknown none -> throw unknown(version);
            case Outcome.NotAsked notAsked -> throw unknown(version);
            case Outcome.MailUnderWay underWay ->
                throw Problem.status(409)
                        .type("mail-under-way")
                        .title("A mail to this customer is under way")
                        .detail("Nothing was changed. Say it again when the notice counts the mail as failed.")
                        .exception();
            case Outcome.Wrong wrong ->
                throw Problem.status(422)
                        .type("pack-wrong")
                        .title("The pack is wrong")
                        .detail("Nothing was changed. Mend what errors names, and send it again.")
                        .with("errors", wrong.errors())
                        .exception();
            case Outcome.Taken taken ->
                throw Problem.status(409)
                        .type("version-taken")
                        .title("There is a version " + taken.version())
                        .detail("Give the pack another version, or PUT the draft that is there.")
                        .exception();
            case Outcome.Stale stale ->
                throw Problem.status(412)
                        .type("draft-changed")
                        .title("Somebody has changed the draft since you read it")
                        .detail("It is at revision " + stale.revision()
                                + ". Read it again, and name its ETag in If-Match.")
                        .exception();
            case Outcome.TooLate late ->
                throw Problem.status(409)
                        .type("version-fixed")
                        .title("The version does not change any more")
                        .detail("It is " + LifecycleView.stateOf(late.stage())
                                + "; only a DRAFT can be changed. Make another version.")
                        .exception();
            case Outcome.TakesEffect taking ->
                throw Problem.status(409)
                        .type("version-takes-effect")
                        .title("The version cannot be given up any more")
                        .detail("Nothing was changed. It takes effect at " + taking.effectiveFrom()
                                + ", and can be given up until a second before. Make another version to follow it.")
                        .exception();
            case Outcome.Followed followed ->
                throw Problem.status(409)
                        .type("version-followed")
                        .title("Another version is set to follow this one")
                        .detail("Nothing was changed. Withdraw the version that takes effect last first.")
                        .exception();
            case Outcome.Refused refused ->
                throw Problem.status(409)
                        .type("version-refused")
                        .title("The version may not take effect")
                        .detail("Nothing was changed. Each of errors names its rule, and what to do.")
                        .with(
                                "errors",
                                refused.refusals().stream().map(Refusal::shown).toList())
                        .exception();
        };
    }

    private static int revision(@Nullable String ifMatch) {
        Matcher etag = ETAG.matcher(ifMatch == null ? "" : ifMatch.strip());
        if (!etag.matches()) {
            throw Problem.status(428)
                    .type("if-match-needed")
                    .title("The request does not say which draft it replaces")
                    .detail("Name the ETag of the draft that you read in If-Match, as in If-Match: \"1\".")
                    .exception();
        }
        return Integer.parseInt(etag.group(1));
    }

    private static ProblemException unknown(String version) {
        return Problem.notFound("policy version", version).exception();
    }

    private static void logged(PolicyVersion version, Caller caller, String what) {
        log.atInfo()
                .addKeyValue("vendor", version.vendor())
                .addKeyValue("policyVersion", version.id())
                .addKeyValue("revision", version.revision())
                .addKeyValue("person", caller.person())
                .log(what);
    }
}
