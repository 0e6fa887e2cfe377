package dev.aftersales.chassis.deadletters;

import dev.aftersales.chassis.deadletters.DeadLetter.Status;
import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
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

    private final DeadLetters deadLetters;

    public DeadLettersController(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @GetMapping
    @Allowed(Role.PLATFORM_OPS)
    Page<DeadLetter> list(
            @RequestParam(defaultValue = "DEAD") Status status,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        int size = Cursor.limit(limit);
        Cursor after =
                cursor == null ? new Cursor(Instant.ofEpochMilli(Long.MAX_VALUE / 2), "") : Cursor.decode(cursor);
        return Cursor.page(
                deadLetters.list(status, after, size + 1),
                size,
                letter -> new Cursor(letter.buriedAt(), letter.id()),
                letter -> letter);
    }

    @GetMapping("/{id}")
    @Allowed(Role.PLATFORM_OPS)
    DeadLetter one(@PathVariable String id) {
        return deadLetters.find(id).orElseThrow(() -> Problem.notFound("dead letter", id)
                .exception());
    }

    @PostMapping("/{id}/redrive")
    @Allowed(Role.PLATFORM_OPS)
    Settled redrive(@PathVariable String id, Caller caller) {
        return settled(
                id, deadLetters.redrive(id, caller.person()).orElseThrow(() -> Problem.notFound("dead letter", id)
                        .exception()));
    }

    @PostMapping("/{id}/skip")
    @Allowed(Role.PLATFORM_OPS)
    Settled skip(@PathVariable String id, @RequestBody @Valid Skip skip, Caller caller) {
        return settled(id, deadLetters.skip(id, caller.person(), skip.reason()).orElseThrow(() -> Problem.notFound(
                        "dead letter", id)
                .exception()));
    }

    /** Why a record is given up. */
    record Skip(@NotBlank @Size(max = 500) String reason) {}

    /**
     * The letter after the act.
     *
     * @param unparked how many later records of the same aggregate were handled after it
     */
    record Settled(DeadLetter letter, int unparked) {}

    private static Settled settled(String id, DeadLetters.Outcome outcome) {
        return switch (outcome) {
            case DeadLetters.Outcome.Done done -> new Settled(done.letter(), done.unparked());
            case DeadLetters.Outcome.FailedAgain failed ->
                throw Problem.status(409)
                        .type("failed-again")
                        .title("The record failed again")
                        .detail("It was tried and is still dead: "
                                + failed.letter().reason())
                        .exception();
            case DeadLetters.Outcome.NotDead letter ->
                throw Problem.status(409)
                        .type("wrong-state")
                        .title("The letter is not dead")
                        .detail("Letter " + id + " is " + letter.letter().status()
                                + "; only a dead one is redriven or skipped.")
                        .exception();
            case DeadLetters.Outcome.NotFirst letter ->
                throw Problem.status(409)
                        .type("not-first")
                        .title("An earlier record of the same aggregate is to be settled first")
                        .detail("Settle " + letter.first() + " first; this one then follows by itself if it is parked.")
                        .with("first", letter.first())
                        .exception();
        };
    }
}
