package dev.aftersales.notifications.teams;

import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the people of a vendor read what is written to their role. */
@RestController
@RequestMapping("/api/v1/team-mailboxes")
class TeamMailboxesController {

    private static final Logger log = LoggerFactory.getLogger(TeamMailboxesController.class);

    private static final java.util.regex.Pattern ETAG = java.util.regex.Pattern.compile("\"([0-9]{1,9})\"");

    private final TeamMailboxes mailboxes;
    private final WaitingLetters letters;

    TeamMailboxesController(TeamMailboxes mailboxes, WaitingLetters letters) {
        this.mailboxes = mailboxes;
        this.letters = letters;
    }

    /**
     * A mailbox to be entered.
     *
     * @param address of a mailbox that the team shares
     * @param language of the letters to it: {@code en} or {@code zh}
     */
    record MailboxBody(
            @NotBlank @Email @Size(max = 254) @Pattern(regexp = "\\P{Cntrl}*")
            String address,

            @NotBlank @Pattern(regexp = "en|zh") String language) {}

    /** Every role that is written to, also those without a mailbox, with the letters that wait for one. */
    @GetMapping
    @Allowed({
        Role.ACCOUNT_MANAGER,
        Role.AGENT,
        Role.TECHNICIAN,
        Role.INSPECTOR,
        Role.WAREHOUSE,
        Role.FINANCE,
        Role.POLICY_ADMIN,
        Role.VENDOR_OPS
    })
    Page<MailboxView> list(Caller caller, @RequestParam @Nullable String vendor) {
        String tenant = caller.vendorOr(vendor);
        return new Page<>(
                Arrays.stream(Team.values())
                        .map(team -> MailboxView.of(
                                team, mailboxes.find(tenant, team).orElse(null), letters.count(tenant, team)))
                        .toList(),
                null);
    }

    /**
     * Enters the mailbox of a role; letters that waited for it go out. {@code If-Match} names the version that it follows;
     * the first comes with {@code If-None-Match: *}.
     */
    @PutMapping("/{role}")
    @Allowed(Role.VENDOR_OPS)
    ResponseEntity<MailboxView> enter(
            Caller caller,
            @PathVariable String role,
            @RequestParam @Nullable String vendor,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestBody @Valid MailboxBody body) {
        String tenant = caller.vendorOr(vendor);
        Team team = Team.named(role).orElseThrow(() -> Problem.status(404)
                .type("role-without-mailbox")
                .title("Nobody writes to that role")
                .detail("Mailboxes are kept for "
                        + Arrays.stream(Team.values()).map(Team::id).collect(Collectors.joining(", ")) + ".")
                .exception());
        int follows = follows(ifMatch, ifNoneMatch);
        return switch (mailboxes.enter(tenant, team, body.address(), body.language(), follows)) {
            case Entering.Entered entered -> answer(entered.mailbox());
            case Entering.Stale stale ->
                throw Problem.status(412)
                        .type("mailbox-changed")
                        .title("The mailbox is not the one that the request follows")
                        .detail(
                                stale.version() == 0
                                        ? "There is none yet. Send If-None-Match: * to enter the first."
                                        : "Nothing was changed: the mailbox is at version " + stale.version()
                                                + ". Read it again, and name that version in If-Match: \""
                                                + stale.version() + "\".")
                        .exception();
        };
    }

    private ResponseEntity<MailboxView> answer(TeamMailbox mailbox) {
        log.atInfo()
                .addKeyValue("vendor", mailbox.vendor())
                .addKeyValue("role", mailbox.team().id())
                .addKeyValue("version", mailbox.version())
                .log("team mailbox entered");
        return ResponseEntity.ok()
                .eTag("\"" + mailbox.version() + "\"")
                .body(MailboxView.of(mailbox.team(), mailbox, letters.count(mailbox.vendor(), mailbox.team())));
    }

    private static int follows(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch == null && ifNoneMatch != null && ifNoneMatch.strip().equals("*")) {
            return 0;
        }
        Matcher etag = ETAG.matcher(ifMatch == null ? "" : ifMatch.strip());
        if (!etag.matches()) {
            throw Problem.status(428)
                    .type("if-match-needed")
                    .title("The request does not say which version it follows")
                    .detail("Name the version that you read in If-Match, as in If-Match: \"1\"; for a role without a"
                            + " mailbox send If-None-Match: *.")
                    .exception();
        }
        return Integer.parseInt(etag.group(1));
    }
}
