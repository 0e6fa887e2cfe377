package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.quotes.CapRoom;
import dev.aftersales.claims.quotes.OnBehalf;
import dev.aftersales.claims.quotes.Quote;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The customer takes up a quote, or does not want it; customers phone, so the vendor's staff may take it down for them.
 * Saying the same again changes nothing.
 */
final class AnswerQuote {

    private final Claims claims;
    private final Judge judge;
    private final YearlyCaps caps;
    private final Clock businessClock;

    AnswerQuote(Claims claims, Judge judge, YearlyCaps caps, Clock businessClock) {
        this.claims = claims;
        this.judge = judge;
        this.caps = caps;
        this.businessClock = businessClock;
    }

    /** What became of the answer. */
    sealed interface Outcome {

        /** The claim with the quote as it was answered. */
        record Answered(Claim claim) implements Outcome {}

        /** The claim has no quote of that number. */
        record Unknown() implements Outcome {}

        /** The quote cannot be answered so; nothing changed. */
        record TooLate(Quote quote, Quote.Why why) implements Outcome {}

        /** The policy serves nothing before these are agreed to (D3.1 to D3.3); nothing changed. */
        record ConsentNeeded(String policyVersion, List<SaidCheck.Needed> consents) implements Outcome {}

        /** A year would cost more than the policy allows, by what was agreed to since it was offered; nothing changed. */
        record AboveCap(String clause, CapRoom.Excess excess) implements Outcome {}

        /** The policy cannot make anything of a consent; nothing changed. */
        record NotTaken(SaidCheck.Refusal refusal) implements Outcome {}
    }

    /**
     * The customer agrees to pay. What is paid for is served as what is covered: not before the customer has agreed to all
     * that the policy wants to be agreed to before service (D3.1 to D3.3), on the claim already or with the acceptance.
     *
     * @param consents what is agreed to together with the quote
     * @param heard how the customer told the caller; absent where that is the customer
     */
    Outcome accept(
            Caller caller, Claim seen, int number, List<Said.ConsentRequest> consents, @Nullable OnBehalf heard) {
        return claims.<Outcome>decide(seen.id(), claim -> {
                    Instant now = now();
                    CompiledPolicy policy = judge.policy(claim);
                    Decision<Claim, Outcome> decision = accept(caller, claim, policy, number, consents, heard, now);
                    if (decision instanceof Decision.Refuse<Claim, Outcome>) {
                        return decision;
                    }
                    // Taken before the claim is written: what a crash leaves between the two is there for the next try.
                    return claim.quote(number)
                            .flatMap(quote -> caps.take(policy, claim, quote, now))
                            .map(excess -> Decision.<Claim, Outcome>refuse(
                                    new Outcome.AboveCap(YearlyCaps.clause(policy), excess)))
                            .orElse(decision);
                })
                .orElseThrow();
    }

    /** The same for the claim as it stands. */
    static Decision<Claim, Outcome> accept(
            Caller caller,
            Claim claim,
            CompiledPolicy policy,
            int number,
            List<Said.ConsentRequest> consents,
            @Nullable OnBehalf heard,
            Instant now) {
        Said said = Said.consenting(consents);
        Particulars particulars = claim.particulars().and(said.particulars(caller, now));
        Optional<Quote.Step> step =
                claim.quote(number).map(quote -> quote.accepted(caller.person(), heard, now, policy.zone()));
        if (step.filter(Quote.Step.Taken.class::isInstance).isPresent()) {
            SaidCheck check = new SaidCheck(policy, now);
            Optional<SaidCheck.Refusal> unknown = check.refusal(said, List.of());
            if (unknown.isPresent()) {
                return Decision.refuse(new Outcome.NotTaken(unknown.get()));
            }
            List<SaidCheck.Needed> needed = check.neededBeforeService(particulars);
            if (!needed.isEmpty()) {
                return Decision.refuse(new Outcome.ConsentNeeded(policy.version(), needed));
            }
        }
        return answered(claim, number, step, quote -> {
            Amendment amendment = new Amendment(claim, now);
            amendment.particulars(particulars);
            Quoting.accepted(amendment, quote, Actor.of(caller), policy.zone());
            return amendment.done();
        });
    }

    /**
     * The customer does not want it.
     *
     * @param heard how the customer told the caller; absent where that is the customer
     */
    Outcome refuse(Caller caller, Claim seen, int number, @Nullable OnBehalf heard) {
        return claims.<Outcome>decide(seen.id(), claim -> {
                    Instant now = now();
                    return answered(
                            claim,
                            number,
                            claim.quote(number).map(quote -> quote.refused(caller.person(), heard, now)),
                            quote -> {
                                Amendment amendment = new Amendment(claim, now);
                                Quoting.refused(amendment, quote, Actor.of(caller));
                                return amendment.done();
                            });
                })
                .orElseThrow();
    }

    private static Decision<Claim, Outcome> answered(
            Claim claim, int number, Optional<Quote.Step> step, Function<Quote, Change<Claim>> change) {
        if (step.isEmpty()) {
            return Decision.refuse(new Outcome.Unknown());
        }
        return switch (step.get()) {
            case Quote.Step.Taken taken -> {
                Change<Claim> done = change.apply(taken.quote());
                yield Decision.commit(done.state(), new Outcome.Answered(done.state()), done.events());
            }
            case Quote.Step.Repeated repeated -> Decision.refuse(new Outcome.Answered(claim));
            case Quote.Step.Impossible impossible ->
                Decision.refuse(new Outcome.TooLate(claim.quote(number).orElseThrow(), impossible.why()));
        };
    }

    private Instant now() {
        return businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
