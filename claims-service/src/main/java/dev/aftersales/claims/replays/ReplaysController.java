package dev.aftersales.claims.replays;

import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asks what a version would have made of the claims that there are, before it is put in force. */
@RestController
@RequestMapping("/api/v1/policies/{version}/replays")
class ReplaysController {

    private final Replays replays;
    private final Flips flips;
    private final Unjudgeables unjudgeables;
    private final ReplayedVersions versions;
    private final ReplayWorker worker;

    ReplaysController(
            Replays replays, Flips flips, Unjudgeables unjudgeables, ReplayedVersions versions, ReplayWorker worker) {
        this.replays = replays;
        this.flips = flips;
        this.unjudgeables = unjudgeables;
        this.versions = versions;
        this.worker = worker;
    }

    /**
     * Which claims.
     *
     * @param from earliest submission, inclusive; absent: from the first claim on
     * @param to latest submission, exclusive; absent: up to now
     */
    record ReplayRequest(@Nullable Instant from, @Nullable Instant to) {}

    /** The answer is 202 also where the same was asked for before and is under way: it is the same replay then. */
    @Allowed(Role.POLICY_ADMIN)
    @PostMapping
    ResponseEntity<ReplayView> ask(
            Caller caller,
            @PathVariable String version,
            @RequestBody(required = false) @Nullable ReplayRequest request) {
        CompiledPolicy policy = visible(caller, version);
        Instant from = request == null ? null : request.from();
        Instant to = request == null ? null : request.to();
        if (from != null && to != null && !from.isBefore(to)) {
            throw Problem.status(422)
                    .type("empty-range")
                    .title("No claim can have been submitted then")
                    .detail("\"to\" is exclusive and has to be later than \"from\". Name a later one, or leave it out.")
                    .with("field", "to")
                    .exception();
        }
        Replay replay = replays.ask(
                        policy.vendor(), policy.version(), ReplayedVersions.hash(policy), from, to, caller.person())
                .replay();
        worker.hurry();
        return ResponseEntity.accepted()
                .location(URI.create(ReplayView.href(replay)))
                .body(ReplayView.of(replay, ReplayView.NotConsidered.by(policy)));
    }

    @Allowed({Role.POLICY_ADMIN, Role.FINANCE, Role.VENDOR_OPS})
    @GetMapping
    Page<ReplayView> list(
            Caller caller,
            @PathVariable String version,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        CompiledPolicy policy = visible(caller, version);
        return replays.page(policy.vendor(), policy.version(), cursor, limit, shown(policy));
    }

    @Allowed({Role.POLICY_ADMIN, Role.FINANCE, Role.VENDOR_OPS})
    @GetMapping("/{replay}")
    ReplayView get(Caller caller, @PathVariable String version, @PathVariable String replay) {
        return shown(visible(caller, version)).apply(visible(caller, version, replay));
    }

    /** @param clause lists only lines of which it says something else */
    @Allowed({Role.POLICY_ADMIN, Role.FINANCE, Role.VENDOR_OPS})
    @GetMapping("/{replay}/flips")
    Page<FlipView> flips(
            Caller caller,
            @PathVariable String version,
            @PathVariable String replay,
            @RequestParam @Nullable String clause,
            @RequestParam @Nullable Standing from,
            @RequestParam @Nullable Standing to,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        return flips.page(
                visible(caller, version, replay), new Flips.Filter(clause, from, to), cursor, limit, FlipView::of);
    }

    /** The claims that one of the versions came to no verdict on, and why. */
    @Allowed({Role.POLICY_ADMIN, Role.FINANCE, Role.VENDOR_OPS})
    @GetMapping("/{replay}/unjudgeable")
    Page<UnjudgeableView> unjudgeable(
            Caller caller,
            @PathVariable String version,
            @PathVariable String replay,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        return unjudgeables.page(visible(caller, version, replay), cursor, limit, UnjudgeableView::of);
    }

    /** Cancels it. What it has found until then stays; one that is over stays as it is. */
    @Allowed(Role.POLICY_ADMIN)
    @DeleteMapping("/{replay}")
    ReplayView cancel(Caller caller, @PathVariable String version, @PathVariable String replay) {
        Replay visible = visible(caller, version, replay);
        return shown(visible(caller, version))
                .apply(replays.cancel(visible.id(), caller.person()).orElse(visible));
    }

    private static Function<Replay, ReplayView> shown(CompiledPolicy policy) {
        List<ReplayView.NotConsidered> notConsidered = ReplayView.NotConsidered.by(policy);
        return replay -> ReplayView.of(replay, notConsidered);
    }

    private CompiledPolicy visible(Caller caller, String version) {
        return versions.find(version)
                .filter(policy -> caller.servesVendor(policy.vendor()))
                .orElseThrow(() -> Problem.notFound("policy version", version).exception());
    }

    private Replay visible(Caller caller, String version, String id) {
        return replays.find(id)
                .filter(replay ->
                        caller.servesVendor(replay.vendor()) && replay.version().equals(version))
                .orElseThrow(() -> Problem.notFound("replay", id).exception());
    }
}
