package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.claims.adjudication.ChargeSplit;
import dev.aftersales.claims.adjudication.Citation;
import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.Diagnosis;
import dev.aftersales.claims.adjudication.Effect;
import dev.aftersales.claims.adjudication.Explanation;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.MissingEvidence;
import dev.aftersales.claims.adjudication.Quote;
import dev.aftersales.claims.adjudication.Review;
import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.policies.ShippedPacks;
import dev.aftersales.claims.quotes.Pricing;
import dev.aftersales.claims.quotes.Quote.Step;
import dev.aftersales.claims.quotes.QuoteState;
import dev.aftersales.claims.quotes.Served;
import dev.aftersales.claims.quotes.Wanted;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.claims.tariffs.Place;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Money;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.QuoteDeclined;
import dev.aftersales.contracts.events.claims.ServiceAuthorised;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a line that was answered, when a fact that the answer rests on turns out to be another. */
class ReconsideredTest {

    private static final Instant NOW = Instant.parse("2026-06-05T02:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Actor OTTO = new Actor(Actor.Kind.AGENT, "otto");

    @ParameterizedTest
    @MethodSource("answered")
    void isJudgedAgainWhereverItWasAnswered(Claim answered) {
        // When
        Change<Claim> covered =
                reconsidered(answered, new LineOutcome.Covered(1, Route.PARTS, because("VALID", Verdict.COVERED)));

        // Then
        assertThat(line(covered).state()).isEqualTo(new LineState.Authorised(Route.PARTS));
        assertThat(line(covered).verdict()).isEqualTo(Verdict.COVERED);
        assertThat(covered.state().decision(1).orElseThrow().by()).isEqualTo(OTTO);
        assertThat(covered.events().stream().filter(ServiceAuthorised.class::isInstance))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("answered")
    void waitsForEvidenceWhereTheFactIsGone(Claim answered) {
        // When
        Change<Claim> asked = reconsidered(
                answered,
                new LineOutcome.NeedsEvidence(
                        1,
                        List.of(new MissingEvidence("D2.4a", "INVOICE_OR_SHIPMENT_DATE", false)),
                        because("VALID", Verdict.NEEDS_EVIDENCE)));

        // Then
        assertThat(line(asked).state()).isEqualTo(new LineState.AwaitingEvidence());
    }

    static Stream<Claim> answered() {
        return Stream.of(notCovered(), quoted());
    }

    @Test
    void setsTheQuoteForItAside() {
        // When
        Change<Claim> covered =
                reconsidered(quoted(), new LineOutcome.Covered(1, Route.PARTS, because("VALID", Verdict.COVERED)));

        // Then
        assertThat(covered.state().quote(1).orElseThrow().state()).isInstanceOf(QuoteState.Replaced.class);
        assertThat(covered.events().stream()
                        .filter(QuoteDeclined.class::isInstance)
                        .map(QuoteDeclined.class::cast))
                .extracting(QuoteDeclined::reason)
                .containsExactly(QuoteDeclined.Reason.REPLACED);
        assertThat(covered.events().stream()
                        .filter(CoverageDecided.class::isInstance)
                        .map(CoverageDecided.class::cast))
                .allSatisfy(told -> assertThat(told.withdrawnQuotes()).hasSize(1));
    }

    @Test
    void keepsTheQuoteWhereTheAnswerStaysAndSaysWhatItRestsOnNow() {
        // When
        Change<Claim> same = reconsidered(quoted(), refused("ILLEGIBLE"));

        // Then
        assertThat(line(same).state()).isInstanceOf(LineState.Quoted.class);
        assertThat(same.state().quote(1).orElseThrow().open()).isTrue();
        assertThat(line(same).explanationId())
                .isEqualTo(refused("ILLEGIBLE").explanation().id());
    }

    @Test
    void changesNothingWhereTheFactMakesNoDifference() {
        // When
        Change<Claim> same = reconsidered(quoted(), refused("ALTERED"));

        // Then
        assertThat(same.state()).isEqualTo(quoted());
        assertThat(same.events()).isEmpty();
    }

    @Test
    void takesNothingBackThatIsAgreedOrServed() {
        // Given
        Amendment amendment = new Amendment(quoted(), NOW);
        if (quoted().quote(1).orElseThrow().accepted("dora", NOW, ZONE) instanceof Step.Taken taken) {
            Quoting.accepted(amendment, taken.quote(), new Actor(Actor.Kind.CUSTOMER, "dora"), ZONE);
        }
        Claim served = amendment.done().state();
        Amendment late = new Amendment(served, NOW);

        // When
        List<Integer> kept = judging(late)
                .reconsider(List.of(new LineOutcome.Covered(1, Route.PARTS, because("VALID", Verdict.COVERED))));
        List<Integer> same = judging(new Amendment(served, NOW)).reconsider(List.of(refused("ILLEGIBLE")));

        // Then
        assertThat(kept).containsExactly(1);
        assertThat(late.done().state()).isEqualTo(served);
        assertThat(same).isEmpty();
    }

    /** Its words were written for the verdict that stood before. */
    @Test
    void announcesWhatAPersonSaidToTheCustomerWithTheDecisionThatComesOfItOnly() {
        // Given
        Amendment reviewed = new Amendment(claim(), NOW);
        reviewed.put(line(reviewed).reviewed(review("We found water.")));
        judging(reviewed).apply(List.of(refused("ALTERED")));
        Change<Claim> first = reviewed.done();

        // When
        Change<Claim> covered =
                reconsidered(first.state(), new LineOutcome.Covered(1, Route.PARTS, because("VALID", Verdict.COVERED)));

        // Then
        assertThat(explained(first)).containsExactly(true);
        assertThat(explained(covered)).containsExactly((Boolean) null);
    }

    /** A dismissal before the diagnosis leads to no answer yet, nor does one after which something is wanted. */
    @ParameterizedTest
    @MethodSource("unanswered")
    void announcesWhatAPersonSaidWithTheFirstAnswerThatIsToldSinceAndWithNoLaterOne(LineOutcome goesOn) {
        // Given
        Amendment doubted = new Amendment(claim(), NOW.minusSeconds(60));
        judging(doubted).apply(List.of(new LineOutcome.NeedsReview(1, because("WET", Verdict.NEEDS_REVIEW))));
        Amendment reviewed = new Amendment(doubted.done().state(), NOW);
        reviewed.put(line(reviewed).reviewed(review("The lot was dropped.")));
        judging(reviewed).apply(List.of(goesOn));
        Change<Claim> dismissed = reviewed.done();

        // When
        Amendment later = new Amendment(dismissed.state(), NOW.plusSeconds(60));
        judging(later).apply(List.of(refused("ALTERED")));
        Change<Claim> answered = later.done();
        Change<Claim> covered = reconsidered(
                answered.state(), new LineOutcome.Covered(1, Route.PARTS, because("VALID", Verdict.COVERED)));

        // Then
        assertThat(explained(dismissed)).as("no answer yet").isEmpty();
        assertThat(explained(answered)).containsExactly(true);
        assertThat(explained(covered)).containsExactly((Boolean) null);
    }

    static Stream<LineOutcome> unanswered() {
        return Stream.of(
                new LineOutcome.Admitted(1, because("DRY", null)),
                new LineOutcome.NeedsEvidence(
                        1,
                        List.of(new MissingEvidence("D2.4a", "INVOICE_OR_SHIPMENT_DATE", false)),
                        because("VALID", Verdict.NEEDS_EVIDENCE)));
    }

    /** The one that keeps the number was answered; of the other it is known by what it was split off of. */
    @Test
    void announcesNothingAgainForUnitsThatWereSplitOffSinceItWasTold() {
        // Given
        Amendment reviewed = new Amendment(claim(), NOW);
        reviewed.put(line(reviewed).reviewed(review("We found water.")));
        judging(reviewed).apply(List.of(refused("ALTERED")));
        Amendment split = new Amendment(reviewed.done().state(), NOW);
        split.splitOff(line(split), "S-2", 1);
        Claim answered = split.done().state();

        // When
        Amendment again = new Amendment(answered, NOW);
        judging(again).reconsider(List.of(new LineOutcome.Covered(2, Route.PARTS, because("VALID", Verdict.COVERED))));

        // Then
        assertThat(explained(again.done())).containsExactly((Boolean) null);
    }

    @Test
    void announcesNothingWhereTheLastReviewerSaidNothingToTheCustomer() {
        Amendment amendment = new Amendment(claim(), NOW);
        ClaimLine line = line(amendment).reviewed(review("We found water."));
        amendment.put(line.reviewed(review(null)));

        judging(amendment).apply(List.of(refused("ALTERED")));

        assertThat(explained(amendment.done())).containsExactly((Boolean) null);
    }

    @Test
    void announcesTheWordsOfGoodwillAlsoWhereTheReviewOfBeforeHadSome() {
        // Given
        Amendment reviewed = new Amendment(claim(), NOW);
        reviewed.put(line(reviewed).reviewed(review("We found water.")));
        judging(reviewed).apply(List.of(refused("ALTERED")));
        Claim answered = reviewed.done().state();

        // When
        Amendment granting = new Amendment(answered, NOW);
        granting.put(line(granting).granted(goodwill("As you are new.")));
        Change<Claim> granted = told(granting);
        Amendment grantingInSilence = new Amendment(answered, NOW);
        grantingInSilence.put(line(grantingInSilence).granted(goodwill(null)));

        // Then
        assertThat(explained(granted)).containsExactly(true);
        assertThat(explained(told(grantingInSilence))).containsExactly((Boolean) null);
        assertThat(explained(told(new Amendment(granted.state(), NOW))))
                .as("a dispute about it is rejected")
                .containsExactly((Boolean) null);
    }

    private static Change<Claim> told(Amendment amendment) {
        CoverageNews news = new CoverageNews(amendment, code -> new Text(code, code));
        Explanation explanation = because("ALTERED", Verdict.NOT_COVERED_OFFER_QUOTE);
        news.add(line(amendment), Verdict.NOT_COVERED_OFFER_QUOTE, explanation, List.of(), Route.PARTS, null, false);
        news.tell(null);
        return amendment.done();
    }

    private static List<@Nullable Boolean> explained(Change<Claim> change) {
        List<@Nullable Boolean> explained = new ArrayList<>();
        change.events().forEach(event -> {
            if (event instanceof CoverageDecided decided) {
                decided.lines().forEach(line -> explained.add(line.explained()));
            }
        });
        return explained;
    }

    private static ClaimLine line(Amendment amendment) {
        return amendment.line(1).orElseThrow();
    }

    private static Review review(@Nullable String toCustomer) {
        return new Review("anna", Review.Outcome.CONFIRM, "Seen", NOW, List.of(), List.of(), toCustomer);
    }

    private static Goodwill goodwill(@Nullable String toCustomer) {
        return new Goodwill(List.of(), null, null, "Kept", "viktor", NOW, toCustomer);
    }

    private static Change<Claim> reconsidered(Claim claim, LineOutcome outcome) {
        Amendment amendment = new Amendment(claim, NOW);
        judging(amendment).reconsider(List.of(outcome));
        return amendment.done();
    }

    private static Judging judging(Amendment amendment) {
        return new Judging(amendment, code -> new Text(code, code), id -> Optional.empty(), List.of("MATERIAL"), OTTO);
    }

    private static ClaimLine line(Change<Claim> change) {
        return change.state().line(1).orElseThrow();
    }

    private static LineOutcome refused(String state) {
        return new LineOutcome.NotCovered(
                1,
                new Quote("D2.2a", null),
                List.of(new ChargeSplit(ChargeItem.PARTS, Payer.CUSTOMER, "D2.2a", null)),
                because(state, Verdict.NOT_COVERED_OFFER_QUOTE));
    }

    private static Explanation because(String state, @Nullable Verdict verdict) {
        Text text = new Text(state, state);
        return new Explanation(
                "D-1",
                verdict,
                List.of(new Citation(
                        "D1.3b",
                        Effect.EXCLUDES,
                        text,
                        "invoiceState",
                        state,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        text)));
    }

    private static Claim notCovered() {
        Claim claimed = claim();
        Amendment amendment = new Amendment(claimed, NOW);
        judging(amendment).apply(List.of(refused("ALTERED")));
        return amendment.done().state();
    }

    private static Claim quoted() {
        Claim claim = notCovered();
        QuoteDraft draft = new QuoteDraft(
                ShippedPacks.policy("D"), List.of(refused("ALTERED")), Map.of(), null, Place.ANYWHERE, null);
        Money price = new Money("10", "CNY");
        if (draft.price(List.of(new Wanted(FeeType.PARTS, "P-7", 1, null, List.of(1), price)))
                instanceof Pricing.Result.Priced priced) {
            Amendment amendment = new Amendment(claim, NOW);
            Quoting.issue(
                    amendment,
                    draft.quote(1, NOW, "otto", List.of(new Served(1, Route.DEPOT_REPAIR)), priced),
                    OTTO,
                    ZONE);
            return amendment.done().state();
        }
        throw new AssertionError("not priced");
    }

    private static Claim claim() {
        Conclusion conclusion = new Conclusion(
                new Diagnosis(
                        "MATERIAL",
                        true,
                        new Confirmer(Confirmer.Kind.TECHNICIAN, "ida"),
                        NOW,
                        FaultClass.SIMPLE,
                        Route.PARTS,
                        List.of(),
                        Map.of()),
                List.of(new PartQuantity("P-7", 1)));
        return Claim.submitted(
                "clm-1",
                "online",
                "brightlab",
                new CustomerRef("cus-1", 1),
                "dora",
                NOW,
                "D-1",
                "C-1",
                null,
                "DX-20",
                "E-42",
                "d",
                null,
                Particulars.NONE,
                List.of(),
                List.of(),
                List.of(ClaimLine.claimed(new UnitLine(1, "S-1", 1))
                        .concluded(conclusion)
                        .at(new LineState.InDiagnosis())),
                new FirstAnswer("h", 201, "/l", "{}"));
    }
}
