package dev.aftersales.claims.evaluations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.languages.Text;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.problems.ProblemException;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.calendars.CalendarProblems;
import dev.aftersales.claims.calendars.Calendars;
import dev.aftersales.claims.claims.ReaderLanguage;
import dev.aftersales.claims.claims.UsualTimes;
import dev.aftersales.claims.deadlines.ClockStanding;
import dev.aftersales.claims.deadlines.CustomersClock;
import dev.aftersales.claims.deadlines.DeadlineView;
import dev.aftersales.claims.deadlines.EffectView;
import dev.aftersales.claims.deadlines.Given;
import dev.aftersales.claims.deadlines.PolicyClocks;
import dev.aftersales.claims.deadlines.Schedule;
import dev.aftersales.claims.deadlines.UsualTime;
import dev.aftersales.claims.deadlines.UsualView;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reckons the clocks of policies for events that no claim has. Nothing of them is kept. */
@RestController
@RequestMapping("/api/v1/policies/{version}/deadline-evaluations")
class DeadlineEvaluationsController {

    private final NamedPolicies policies;
    private final Calendars calendars;
    private final UsualTimes usual;
    private final Clock clock;

    DeadlineEvaluationsController(NamedPolicies policies, Calendars calendars, UsualTimes usual, Clock clock) {
        this.policies = policies;
        this.calendars = calendars;
        this.usual = usual;
        this.clock = clock;
    }

    /** By when each policy promises what, as of that instant. */
    record DeadlineEvaluation(Instant asOf, List<Answer> answers) {}

    /**
     * What one policy promises.
     *
     * @param deadlines in the policy's order: those that were started, those that hang on a fact that was not given, and
     *     those whose clause was asked about
     */
    record Answer(String vendor, String policy, String version, String zone, List<Evaluated> deadlines) {}

    /**
     * One clock.
     *
     * @param effects all that it sets off if nothing else happens, in the order of the instants; of what was done, all that
     *     was due before; absent when nothing
     * @param endsAt the first second in which a claim's lines would have ended; absent when they would not
     * @param heldUntil the same for what is under way by the due time, while nothing is; absent when that holds nothing off
     * @param usual how long it usually takes; only where nothing is committed to, and only for those of the vendor
     */
    record Evaluated(
            @JsonUnwrapped DeadlineView promise,
            @Nullable List<EffectView> effects,
            @Nullable Instant endsAt,
            @Nullable Instant heldUntil,
            @Nullable UsualView usual) {}

    @Allowed({Role.AGENT, Role.POLICY_ADMIN})
    @PostMapping
    DeadlineEvaluation evaluate(
            Caller caller,
            @PathVariable String version,
            @RequestParam @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            @Valid @RequestBody DeadlinesBody body) {
        List<CompiledPolicy> named = policies.named(caller, version);
        Locale reader = ReaderLanguage.of(lang, acceptLanguage);
        Set<String> stops = KnownClocks.stops(named);
        Given all = GivenEvents.of(body, stops, clock.instant());
        KnownClocks.check(body, named);
        GivenEvents.refuse(EventOrder.errors(
                named.stream()
                        .flatMap(policy -> standings(policy, all).stream())
                        .toList(),
                all));
        Given given = GivenEvents.knownThen(all, stops);
        Map<CompiledPolicy, List<ClockStanding>> standings = new LinkedHashMap<>();
        named.forEach(policy -> standings.put(policy, standings(policy, given)));
        List<Answer> answers = standings.entrySet().stream()
                .map(each -> answer(caller, each.getKey(), each.getValue(), given, body.clauses(), reader))
                .toList();
        refuseWhereNothingCouldBeReckoned(answers, named.getFirst());
        return new DeadlineEvaluation(given.asOf(), answers);
    }

    /** A clock that cannot be reckoned stands among the others as such; with no other there is no answer. */
    private void refuseWhereNothingCouldBeReckoned(List<Answer> answers, CompiledPolicy first) {
        List<ClockStanding.Lack> lacks = new ArrayList<>();
        for (Answer answer : answers) {
            for (Evaluated deadline : answer.deadlines()) {
                if (deadline.promise().lacks() == null) {
                    return;
                }
                lacks.add(deadline.promise().lacks());
            }
        }
        for (ClockStanding.Lack lack : lacks) {
            if (lack.calendar() != null && lack.year() != null) {
                throw CalendarProblems.yearUnknown(lack.calendar(), lack.year());
            }
        }
        if (!lacks.isEmpty()) {
            throw notReckonable(
                    first.version(),
                    whyNoCalendar(calendarOf(first), first.rules().zone()));
        }
    }

    /** A calendar of another zone is as good as none, but it is there. */
    static String whyNoCalendar(@Nullable BusinessCalendar named, ZoneId zone) {
        return named == null || named.zone().equals(zone)
                ? "its vendor has not the calendar that it names"
                : "the calendar that it names is of the zone " + named.zone() + ", and the version of " + zone;
    }

    private List<ClockStanding> standings(CompiledPolicy policy, Given given) {
        try {
            return new PolicyClocks(policy.rules(), calendarOf(policy)).standings(given);
        } catch (IllegalArgumentException e) {
            throw notReckonable(policy.version(), String.valueOf(e.getMessage()));
        }
    }

    private Answer answer(
            Caller caller,
            CompiledPolicy policy,
            List<ClockStanding> standings,
            Given given,
            @Nullable List<String> asked,
            Locale reader) {
        return new Answer(
                policy.vendor(),
                policy.rules().policy(),
                policy.version(),
                policy.rules().zone().getId(),
                standings.stream()
                        .filter(standing -> isShown(standing, given, asked))
                        .map(standing -> evaluated(caller, policy, standing, given, reader))
                        .toList());
    }

    /** What a policy says is everybody's to read; how long its vendor takes is the vendor's own. */
    private Evaluated evaluated(
            Caller caller, CompiledPolicy policy, ClockStanding standing, Given given, Locale reader) {
        Schedule schedule = Schedule.inTime(standing, new CustomersClock(policy.rules()), given.events());
        Optional<UsualTime> usually =
                caller.servesVendor(policy.vendor()) ? usual.of(policy.vendor(), standing.clock()) : Optional.empty();
        List<Text> more = new ArrayList<>(EffectView.sentences(schedule, standing.clock(), policy, given.asOf()));
        usually.map(UsualTime::text).ifPresent(more::add);
        return new Evaluated(
                DeadlineView.of(standing, policy, schedule.ending(given.asOf()), more, reader),
                schedule.due().isEmpty() ? null : EffectView.of(schedule, standing.clock()),
                schedule.endsAt(),
                schedule.heldUntil(),
                usually.map(found -> UsualView.of(found, reader)).orElse(null));
    }

    private static boolean isShown(ClockStanding standing, Given given, @Nullable List<String> asked) {
        if (asked != null) {
            return asked.contains(standing.clock().clause());
        }
        return switch (standing) {
            case ClockStanding.Reckoned reckoned -> true;
            case ClockStanding.Unreckonable unreckonable -> true;
            case ClockStanding.NotStarted waiting -> false;
            case ClockStanding.Undecided undecided ->
                undecided.clock().start() != null
                        && given.events().containsKey(undecided.clock().start());
        };
    }

    private @Nullable BusinessCalendar calendarOf(CompiledPolicy policy) {
        String id = policy.rules().calendar();
        return id == null ? null : calendars.current(policy.vendor(), id).orElse(null);
    }

    private static ProblemException notReckonable(String version, String why) {
        return Problem.status(422)
                .type("not-reckonable")
                .title("The policy's clocks cannot be reckoned")
                .detail(version + ": " + why + ". A policy-admin mends the version or its calendar.")
                .exception();
    }
}
