package dev.aftersales.claims.clock;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.problems.ProblemException;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.chassis.time.ClockFollowers;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The time machine, for whoever shows or tries the suite. */
@RestController
@Profile("simulation")
@RequestMapping("/ops/v1/clock")
class ClockController {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST_KEY = 255;

    private final AdvanceClock clock;
    private final ClockFollowers followers;
    private final Clock machineClock;

    ClockController(AdvanceClock clock, ClockFollowers followers, @Qualifier("machineClock") Clock machineClock) {
        this.clock = clock;
        this.followers = followers;
        this.machineClock = machineClock;
    }

    @GetMapping
    @Allowed(Role.PLATFORM_OPS)
    ClockView now() {
        return view(clock.offset());
    }

    /**
     * Moves business time forward, and answers when every living instance follows. Repeated under its
     * {@code Idempotency-Key}, or with the same {@code expectedOffset}, it moves nothing again but waits again.
     *
     * @throws ProblemException 422 {@code no-duration}, {@code not-forward}, {@code not-whole-seconds} or {@code too-far}; 409 {@code idempotency-key-reused} or
     *     {@code clock-stands-elsewhere}: nothing was moved. 504 {@code clock-not-followed}: it was moved, and not all
     *     follow yet
     */
    @PostMapping
    @Allowed(Role.PLATFORM_OPS)
    ClockView advance(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody @Valid AdvanceRequest request)
            throws InterruptedException {
        Duration offset =
                switch (clock.advance(wanted(caller, key, request))) {
                    case SuiteClock.Step.Moved moved -> moved.advance().to();
                    case SuiteClock.Step.Repeated repeated -> repeated.advance().to();
                    case SuiteClock.Step.KeyReused reused -> throw keyReused(reused.advance());
                    case SuiteClock.Step.ElsewhereThanExpected elsewhere -> throw elsewhere(elsewhere.offset());
                    case SuiteClock.Step.TooFar tooFar -> throw tooFar(tooFar.left());
                };
        if (!followers.await(offset, PATIENCE)) {
            throw notFollowed(offset);
        }
        return view(clock.offset());
    }

    private ClockView view(Duration offset) {
        return ClockView.of(offset, machineClock.instant(), followers.standings());
    }

    private Advance wanted(Caller caller, @Nullable String key, AdvanceRequest request) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw Problem.status(400)
                    .type("idempotency-key-invalid")
                    .title("The Idempotency-Key is not usable")
                    .detail("It has 1 to " + LONGEST_KEY + " visible characters.")
                    .exception();
        }
        Duration by = duration("advance", request.advance());
        if (by == null || by.isNegative() || by.isZero()) {
            throw refused(
                    "not-forward",
                    "Time goes forward only",
                    "advance",
                    "forward",
                    "must be longer than nothing, as PT48H");
        }
        if (by.getNano() != 0) {
            throw refused(
                    "not-whole-seconds",
                    "Time moves by whole seconds",
                    "advance",
                    "wholeSeconds",
                    "must be of whole seconds, as PT1S; " + by + " is not");
        }
        return new Advance(
                key,
                by,
                duration("expectedOffset", request.expectedOffset()),
                Duration.ZERO,
                caller.person(),
                machineClock.instant());
    }

    private static @Nullable Duration duration(String field, @Nullable String text) {
        try {
            return text == null ? null : Duration.parse(text);
        } catch (DateTimeException e) {
            throw refused(
                    "no-duration",
                    "That is no duration",
                    field,
                    "duration",
                    "must be an ISO 8601 duration of days, hours, minutes and seconds, as PT48H or P20D; months and years"
                            + " have no fixed length");
        }
    }

    private static ProblemException refused(String type, String title, String field, String rule, String detail) {
        return Problem.status(422)
                .type(type)
                .title(title)
                .detail("Nothing was moved: " + field + " " + detail + ".")
                .with("errors", List.of(Map.of("field", field, "rule", rule, "detail", detail)))
                .exception();
    }

    private static ProblemException tooFar(Duration left) {
        return Problem.status(422)
                .type("too-far")
                .title("Business time cannot go that far ahead")
                .detail("It is at most " + SuiteClock.FARTHEST.toDays() + " days ahead of machine time; " + left
                        + " of that are left.")
                .with("left", left)
                .exception();
    }

    private static ProblemException keyReused(Advance advance) {
        return Problem.status(409)
                .type("idempotency-key-reused")
                .title("The Idempotency-Key was used for another request")
                .detail("Under this key the clock was moved by " + advance.by() + ", from offset " + advance.from()
                        + ". Take another key for another move.")
                .exception();
    }

    private static ProblemException elsewhere(Duration offset) {
        return Problem.status(409)
                .type("clock-stands-elsewhere")
                .title("The clock does not stand where you expect it")
                .detail("Its offset is " + offset + ". Nothing was moved; look again and say what you want from there.")
                .with("offset", offset)
                .exception();
    }

    private ProblemException notFollowed(Duration offset) {
        List<ClockView.Follower> behind = view(offset).followers().stream()
                .filter(follower -> follower.state() != ClockView.State.FOLLOWS)
                .toList();
        return Problem.status(504)
                .type("clock-not-followed")
                .title("The clock was moved, but not everybody follows yet")
                .detail("Its offset is " + offset + " and stays so. Those named here do not stand there after "
                        + PATIENCE.toSeconds() + " s; repeat the request with the same Idempotency-Key or"
                        + " expectedOffset to wait again.")
                .with("offset", offset)
                .with("behind", behind)
                .exception();
    }
}
