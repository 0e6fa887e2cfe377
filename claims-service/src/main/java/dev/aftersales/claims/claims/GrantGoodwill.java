package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.claims.adjudication.ChargeSplit;
import dev.aftersales.claims.adjudication.Explanation;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Overrides;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person grants more than the verdict does. The verdict stays: the grant stands beside it, with who gave it and why. A
 * line whose fault nobody has looked at goes to diagnosis first; the grant then holds after the second judgement.
 */
final class GrantGoodwill {

    private final Claims claims;
    private final Judge judge;
    private final Explanations explanations;
    private final Clock businessClock;

    GrantGoodwill(Claims claims, Judge judge, Explanations explanations, Clock businessClock) {
        this.claims = claims;
        this.judge = judge;
        this.explanations = explanations;
        this.businessClock = businessClock;
    }

    /** What became of a grant. */
    sealed interface Outcome {

        /** It holds, by this request or by an earlier one that said the same. */
        record Granted(Claim claim) implements Outcome {}

        /**
         * The policy lets others grant.
         *
         * @param roles who may
         */
        record NotYours(List<String> roles) implements Outcome {}

        /** Lines that were named and that the claim does not have; nothing changed. */
        record LinesUnknown(List<Integer> lines) implements Outcome {}

        /** Lines that nothing is to be granted to: they are not judged yet, disputed, or served already. */
        record LinesNotAnswered(List<Integer> lines) implements Outcome {}

        /** Lines whose diagnosis names no parts, so that the way of the parts leads nowhere. */
        record NoParts(List<Integer> lines) implements Outcome {}
    }

    /**
     * Grants.
     *
     * @param named all or nothing of these
     * @param items that the vendor bears; empty for all
     * @param route of the service; absent for that of the diagnosis
     * @param toCustomer why, in words for the customer; absent where none are said
     * @param bulk id of the bulk decision that it belongs to; absent where it is granted to this claim alone
     */
    Outcome grant(
            Caller caller,
            Claim seen,
            Set<Integer> named,
            List<ChargeItem> items,
            @Nullable Route route,
            String reason,
            @Nullable String toCustomer,
            @Nullable String bulk) {
        Overrides overrides = judge.policy(seen).rules().overrides();
        List<String> roles = overrides == null ? List.of() : overrides.roles();
        String reading = overrides == null ? null : overrides.reading();
        if (caller.roles().stream().noneMatch(role -> roles.contains(role.tokenName()))) {
            return new Outcome.NotYours(roles);
        }
        return claims.<Outcome>decide(seen.id(), claim -> {
                    Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
                    Goodwill goodwill = new Goodwill(items, route, reading, reason, caller.person(), now, toCustomer);
                    List<Integer> unknown = named.stream()
                            .filter(line -> claim.line(line).isEmpty())
                            .sorted()
                            .toList();
                    if (!unknown.isEmpty()) {
                        return Decision.refuse(new Outcome.LinesUnknown(unknown));
                    }
                    List<ClaimLine> lines = claim.lines().stream()
                            .filter(line -> named.contains(line.line()))
                            .toList();
                    if (lines.stream().allMatch(line -> holds(line, goodwill))) {
                        return Decision.refuse(new Outcome.Granted(claim));
                    }
                    Optional<Outcome> refusal = refusal(lines, goodwill);
                    if (refusal.isPresent()) {
                        return Decision.refuse(refusal.get());
                    }
                    Change<Claim> change = granted(new Amendment(claim, now), lines, goodwill, Actor.of(caller), bulk);
                    return Decision.commit(change.state(), new Outcome.Granted(change.state()), change.events());
                })
                .orElseThrow();
    }

    private static boolean holds(ClaimLine line, Goodwill goodwill) {
        Goodwill there = line.goodwill();
        return there != null && there.grants(goodwill);
    }

    private static Optional<Outcome> refusal(List<ClaimLine> lines, Goodwill goodwill) {
        List<Integer> notAnswered = numbers(lines.stream()
                .filter(line -> !(line.state() instanceof LineState.Answered))
                .toList());
        if (!notAnswered.isEmpty()) {
            return Optional.of(new Outcome.LinesNotAnswered(notAnswered));
        }
        List<Integer> withoutParts = numbers(lines.stream()
                .filter(line -> {
                    Conclusion conclusion = line.conclusion();
                    return goodwill.route() == Route.PARTS
                            && conclusion != null
                            && conclusion.parts().isEmpty();
                })
                .toList());
        return withoutParts.isEmpty() ? Optional.empty() : Optional.of(new Outcome.NoParts(withoutParts));
    }

    private Change<Claim> granted(
            Amendment amendment, List<ClaimLine> lines, Goodwill goodwill, Actor actor, @Nullable String bulk) {
        Claim claim = amendment.before();
        Map<String, Explanation> because = explanations.find(lines.stream()
                .map(ClaimLine::explanationId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Authorising authorising = new Authorising(amendment);
        CoverageNews news = new CoverageNews(amendment, judge.words(claim));
        List<UnitLine> toDiagnose = new ArrayList<>();
        amendment.note(
                TimelineEntry.What.GOODWILL_GRANTED,
                actor,
                numbers(lines),
                goodwill.isFull()
                        ? "FULL"
                        : goodwill.items().stream().map(Enum::name).collect(Collectors.joining(",")));
        if (bulk != null) {
            amendment.note(TimelineEntry.What.DECIDED_IN_BULK, actor, numbers(lines), bulk);
        }
        for (ClaimLine line : lines) {
            if (line.state() instanceof LineState.Answered answered) {
                ClaimLine granted = line.granted(goodwill);
                List<ChargeSplit> charges =
                        claim.decision(line.line()).map(DecisionEntry::charges).orElse(List.of());
                Conclusion conclusion = line.conclusion();
                Route route = null;
                LineState next;
                if (conclusion == null) {
                    next = answered.lookedInto();
                    toDiagnose.add(line.unit());
                } else if (goodwill.coversAll(charges)) {
                    route = goodwill.routeOr(conclusion);
                    next = answered.granted(route);
                    authorising.authorise(granted, route);
                } else {
                    next = new LineState.PartlyCovered(Judging.quoteRoute(claim));
                }
                amendment.put(granted.at(next));
                Explanation explanation = because.get(Objects.requireNonNullElse(line.explanationId(), ""));
                Verdict verdict = line.verdict();
                if (explanation != null && verdict != null) {
                    news.add(
                            granted,
                            verdict,
                            explanation,
                            charges,
                            route,
                            Judging.isQuoted(verdict) ? Judging.quoteRoute(claim) : null,
                            false);
                }
            }
        }
        authorising.note(actor);
        if (!toDiagnose.isEmpty()) {
            amendment.note(
                    TimelineEntry.What.ADMITTED_TO_DIAGNOSIS,
                    actor,
                    toDiagnose.stream().map(UnitLine::line).toList(),
                    null);
            Judging.requestDiagnosis(
                    amendment, toDiagnose, judge.policy(amendment.before()).causes());
        }
        news.tell(null);
        authorising.tell();
        return amendment.done();
    }

    private static List<Integer> numbers(List<ClaimLine> lines) {
        return lines.stream().map(ClaimLine::line).toList();
    }
}
