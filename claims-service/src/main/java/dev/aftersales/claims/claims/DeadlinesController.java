package dev.aftersales.claims.claims;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.claims.claims.ReportMilestone.Reported;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** By when what is promised of a claim, and what people report that stops such a time. */
@RestController
@RequestMapping("/api/v1/claims/{id}")
class DeadlinesController {

    private final ClaimAccess access;
    private final Timekeeper timekeeper;
    private final Judge judge;
    private final UsualTimes usual;
    private final ReportMilestone reportMilestone;
    private final Clock businessClock;

    DeadlinesController(
            ClaimAccess access,
            Timekeeper timekeeper,
            Judge judge,
            UsualTimes usual,
            ReportMilestone reportMilestone,
            Clock businessClock) {
        this.access = access;
        this.timekeeper = timekeeper;
        this.judge = judge;
        this.usual = usual;
        this.reportMilestone = reportMilestone;
        this.businessClock = businessClock;
    }

    @Allowed({Role.CUSTOMER, Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN, Role.WAREHOUSE, Role.VENDOR_OPS})
    @GetMapping("/deadlines")
    ClaimDeadlinesView deadlines(
            Caller caller,
            @PathVariable String id,
            @RequestParam @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        Claim claim = access.visible(caller, id);
        Instant asOf = businessClock.instant();
        List<ClaimDeadline> deadlines = timekeeper.deadlines(claim, asOf).orElseThrow(() -> Problem.status(422)
                .type("not-reckonable")
                .title("The claim's deadlines cannot be reckoned")
                .detail("What is kept of the claim lies outside of what can be reckoned. Give the claim's id to those"
                        + " who run the suite.")
                .exception());
        return ClaimDeadlinesView.of(
                claim, judge.policy(claim), deadlines, usual, asOf, ReaderLanguage.of(lang, acceptLanguage));
    }

    /**
     * The claim after a report.
     *
     * @param happened what stands of it: where it was said before, the first word
     */
    record ReportedView(@JsonUnwrapped ClaimView claim, List<Happened> happened) {

        static ReportedView of(ReportMilestone.Outcome.Kept kept) {
            return new ReportedView(
                    ClaimView.of(kept.claim()),
                    kept.words().stream()
                            .map(word -> new Happened(word.event(), word.at(), word.lines()))
                            .toList());
        }
    }

    /**
     * That something happened.
     *
     * @param at by the word that stands
     */
    record Happened(String milestone, Instant at, List<Integer> lines) {}

    /**
     * What happened.
     *
     * @param lines that it is about; absent for all that can have it
     * @param at when it happened: not before the clocks began that it stops; absent for now
     */
    record MilestoneRequest(
            @NotNull Reported milestone,
            @Nullable @Size(min = 1, max = Claim.MAX_LINES) List<@NotNull Integer> lines,
            @Nullable Instant at) {}

    @Allowed({Role.CUSTOMER, Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN, Role.WAREHOUSE})
    @PostMapping("/milestones")
    ReportedView report(Caller caller, @PathVariable String id, @Valid @RequestBody MilestoneRequest request) {
        Claim claim = access.visible(caller, id);
        if (!caller.isAnyOf(request.milestone().by().toArray(Role[]::new))) {
            throw Problem.status(403)
                    .type("not-yours-to-say")
                    .title("Somebody else says that")
                    .detail(request.milestone() + " is said by: "
                            + String.join(
                                    ", ",
                                    request.milestone().by().stream()
                                            .map(Role::tokenName)
                                            .sorted()
                                            .toList())
                            + ".")
                    .with("field", "milestone")
                    .exception();
        }
        Set<Integer> lines = request.lines() == null ? Set.of() : Set.copyOf(request.lines());
        return switch (reportMilestone.report(caller, claim, request.milestone(), lines, request.at())) {
            case ReportMilestone.Outcome.Kept kept -> ReportedView.of(kept);
            case ReportMilestone.Outcome.NotAsked notAsked ->
                throw Problem.status(422)
                        .type("milestone-unknown")
                        .title("No time of the claim's policy hangs on that")
                        .detail("Nothing was kept. known says on what one does.")
                        .with("field", "milestone")
                        .with(
                                "known",
                                notAsked.known().stream()
                                        .map(Enum::name)
                                        .sorted()
                                        .toList())
                        .exception();
            case ReportMilestone.Outcome.LinesUnknown unknown ->
                throw ClaimWorkController.linesUnknown(id, unknown.lines());
            case ReportMilestone.Outcome.NotThen notThen ->
                throw Problem.status(422)
                        .type("not-then")
                        .title("It cannot have happened then")
                        .detail("Nothing was kept. It can only have happened between " + notThen.earliest()
                                + ", the time of " + notThen.after() + ", and " + notThen.latest() + ", now.")
                        .with("field", "at")
                        .with("earliest", notThen.earliest())
                        .with("after", notThen.after())
                        .with("latest", notThen.latest())
                        .exception();
            case ReportMilestone.Outcome.SaidBefore said ->
                throw Problem.status(409)
                        .type("milestone-said-before")
                        .title("It was said before that it happened at another time")
                        .detail("Nothing was changed: the first word counts, and by that it happened at "
                                + said.happenedAt() + ". GET /api/v1/claims/" + id
                                + "/timeline shows when that was said.")
                        .with("field", "at")
                        .with("lines", said.lines())
                        .with("happenedAt", said.happenedAt())
                        .exception();
            case ReportMilestone.Outcome.Contradicts contradicts ->
                throw Problem.status(409)
                        .type("milestone-contradicted")
                        .title("Another word says that it cannot have happened then")
                        .detail("Nothing was changed: nothing arrives before it is sent, and by what was said before, "
                                + contradicts.other() + " was at " + contradicts.happenedAt()
                                + ". GET /api/v1/claims/" + id + "/timeline shows when that was said.")
                        .with("field", "at")
                        .with("lines", contradicts.lines())
                        .with("other", contradicts.other())
                        .with("happenedAt", contradicts.happenedAt())
                        .exception();
            case ReportMilestone.Outcome.NotAwaited notAwaited ->
                throw Problem.status(409)
                        .type("not-awaited")
                        .title("The claim waits for no such thing")
                        .detail("Nothing was kept. A device is sent and received for lines that wait for the depot;"
                                + " GET /api/v1/claims/" + id + " shows where each line stands.")
                        .with("lines", notAwaited.lines())
                        .exception();
        };
    }
}
