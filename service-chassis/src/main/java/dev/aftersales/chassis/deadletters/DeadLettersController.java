package dev.aftersales.chassis.deadletters;

import dev.aftersales.chassis.deadletters.DeadLetter.Status;
import dev.aftersales.chassis.deadletters.Settlements.Act;
import dev.aftersales.chassis.deadletters.Settlements.Many;
import dev.aftersales.chassis.deadletters.Settlements.Order;
import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.problems.ProblemException;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What operations do with dead letters: look, redrive, skip. Every act stands on the letter. */
@RestController
@RequestMapping("/ops/v1/dead-letters")
public class DeadLettersController {

    private static final int LONGEST_REASON = 500;

    /** A reason that is needed is not blank either, and that is said by a rule of its own. */
    private static final String SIZE = "size must be between 1 and " + LONGEST_REASON;

    private static final Set<String> PARAMETERS =
            Set.of("status", "topic", "consumer", "type", "reason", "key", "cursor", "limit");

    private final DeadLetters deadLetters;
    private final Settlements settlements;

    public DeadLettersController(DeadLetters deadLetters, Settlements settlements) {
        this.deadLetters = deadLetters;
        this.settlements = settlements;
    }

    @GetMapping
    @Allowed(Role.PLATFORM_OPS)
    Page<DeadLetter> list(
            @RequestParam(defaultValue = "DEAD") Status status,
            @ModelAttribute @Valid LetterFilter filter,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit,
            @RequestParam Map<String, String> given) {
        refuseUnknown(given.keySet());
        int size = Cursor.limit(limit);
        Cursor after =
                cursor == null ? new Cursor(Instant.ofEpochMilli(Long.MAX_VALUE / 2), "") : Cursor.decode(cursor);
        return Cursor.page(
                deadLetters.list(status, filter, after, size + 1),
                size,
                letter -> new Cursor(letter.buriedAt(), letter.id()),
                letter -> letter);
    }

    @GetMapping("/summary")
    @Allowed(Role.PLATFORM_OPS)
    Summary summary(@RequestParam(defaultValue = "DEAD") Status status) {
        return deadLetters.summary(status);
    }

    @GetMapping("/{id}")
    @Allowed(Role.PLATFORM_OPS)
    DeadLetter one(@PathVariable String id) {
        return deadLetters.find(id).orElseThrow(() -> unknown(id));
    }

    /** What the record says. It may be anything, a person's data too: so it takes a reason, and stands on the letter. */
    @PostMapping("/{id}/disclosure")
    @Allowed(Role.PLATFORM_OPS)
    Content disclose(@PathVariable String id, @RequestBody @Valid Reasoned why, Caller caller) {
        return settlements
                .disclose(id, caller.person(), why.reason())
                .map(Content::of)
                .orElseThrow(() -> unknown(id));
    }

    @PostMapping("/{id}/redrive")
    @Allowed(Role.PLATFORM_OPS)
    Settled redrive(
            @PathVariable String id, @RequestBody(required = false) @Valid @Nullable Redrive said, Caller caller) {
        Redrive how = said == null ? new Redrive(null, null) : said;
        boolean force = Boolean.TRUE.equals(how.force());
        if (force && (how.reason() == null || how.reason().isBlank())) {
            throw Problem.status(400)
                    .type("reason-needed")
                    .title("Forcing needs a reason")
                    .detail("Say in \"reason\" what has changed since the record failed.")
                    .exception();
        }
        Act act = force ? Act.FORCED_REDRIVE : Act.REDRIVE;
        return settled(id, new Order(caller.person(), act, how.reason()));
    }

    @PostMapping("/{id}/skip")
    @Allowed(Role.PLATFORM_OPS)
    Settled skip(@PathVariable String id, @RequestBody @Valid Reasoned why, Caller caller) {
        return settled(id, new Order(caller.person(), Act.SKIP, why.reason()));
    }

    @PostMapping("/redrives")
    @Allowed(Role.PLATFORM_OPS)
    Many redriveMany(@RequestBody @Valid ManyWanted wanted, Caller caller) {
        return many(wanted, new Order(caller.person(), Act.REDRIVE, wanted.reason()));
    }

    @PostMapping("/skips")
    @Allowed(Role.PLATFORM_OPS)
    Many skipMany(@RequestBody @Valid ManyWanted wanted, Caller caller) {
        if (wanted.letters().isEmpty()) {
            throw Problem.status(400)
                    .type("filter-needed")
                    .title("Not all letters can be skipped at once")
                    .detail("Say in \"filter\" which ones are given up: topic, consumer, type, reason or key.")
                    .exception();
        }
        return many(wanted, new Order(caller.person(), Act.SKIP, wanted.reason()));
    }

    /** A misspelt filter that is passed over would show all letters as if they were the ones that are meant. */
    private static void refuseUnknown(Set<String> given) {
        List<Map<String, String>> errors = given.stream()
                .filter(name -> !PARAMETERS.contains(name))
                .sorted()
                .map(name -> Map.of("field", name, "rule", "known", "detail", "this parameter is not known here"))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.status(400)
                    .type("invalid")
                    .title("The request is not valid")
                    .detail("Letters are listed by status, topic, consumer, type, reason, key, cursor and limit only.")
                    .with("errors", errors)
                    .exception();
        }
    }

    private Many many(ManyWanted wanted, Order order) {
        int limit = wanted.limit() == null ? 100 : wanted.limit();
        return settlements.settleMany(wanted.letters(), order, limit, Boolean.TRUE.equals(wanted.dryRun()));
    }

    /** Why it is done. */
    record Reasoned(
            @NotBlank @Size(max = LONGEST_REASON, message = SIZE)
            String reason) {}

    /**
     * How a letter is redriven.
     *
     * @param force though it failed several redrives already; then the reason is needed
     */
    record Redrive(
            @Nullable Boolean force,
            @Nullable @Size(max = LONGEST_REASON) String reason) {}

    /**
     * Which letters, and why.
     *
     * @param filter all dead ones where it is absent
     * @param limit 100 unless said
     * @param dryRun says what would be done, and changes nothing
     */
    record ManyWanted(
            @Nullable @Valid LetterFilter filter,

            @NotBlank @Size(max = LONGEST_REASON, message = SIZE)
            String reason,

            @Nullable @Min(1) @Max(Settlements.CAP) Integer limit,
            @Nullable Boolean dryRun) {

        private LetterFilter letters() {
            return filter == null ? LetterFilter.ALL : filter;
        }
    }

    /**
     * The letter after the act.
     *
     * @param unparked how many later records of the same aggregate were handled after it
     * @param parked how many are still parked
     */
    record Settled(DeadLetter letter, int unparked, long parked) {}

    private static ProblemException unknown(String id) {
        return Problem.notFound("dead letter", id).exception();
    }

    private Settled settled(String id, Order order) {
        return switch (settlements.settle(id, order).orElseThrow(() -> unknown(id))) {
            case Outcome.Done done -> new Settled(done.letter(), done.unparked(), done.parked());
            case Outcome.FailedAgain failed ->
                throw Problem.status(409)
                        .type("failed-again")
                        .title("The record failed again")
                        .detail("It was tried and is still dead: "
                                + failed.letter().reason())
                        .exception();
            case Outcome.NotDead letter ->
                throw Problem.status(409)
                        .type("wrong-state")
                        .title("The letter is not dead")
                        .detail("Letter " + id + " is " + letter.letter().status()
                                + "; only a dead one is redriven or skipped.")
                        .exception();
            case Outcome.NotFirst letter ->
                throw Problem.status(409)
                        .type("not-first")
                        .title("An earlier record of the same aggregate is to be settled first")
                        .detail("Settle " + letter.first() + " first; this one then follows by itself if it is parked.")
                        .with("first", letter.first())
                        .exception();
            case Outcome.InHand letter ->
                throw Problem.status(409)
                        .type("in-hand")
                        .title("Somebody else has the letter in hand")
                        .detail("Look at it again; should nothing come of that, it is free at " + letter.until() + ".")
                        .exception();
            case Outcome.TooOften letter ->
                throw Problem.status(409)
                        .type("redriven-too-often")
                        .title("The record failed too many redrives")
                        .detail("It failed " + letter.letter().redrives() + " redrives, last with: "
                                + letter.letter().reason()
                                + ". Mend the cause, then say \"force\": true with a reason.")
                        .exception();
        };
    }
}
