package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.claims.adjudication.ChargeSplit;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.Diagnosis;
import dev.aftersales.claims.adjudication.Explanation;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.Quote;
import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.claims.AnswerQuote.Outcome;
import dev.aftersales.claims.policies.ShippedPacks;
import dev.aftersales.claims.quotes.Bearing;
import dev.aftersales.claims.quotes.OnBehalf;
import dev.aftersales.claims.quotes.Payment;
import dev.aftersales.claims.quotes.Pricing;
import dev.aftersales.claims.quotes.Quote.Step;
import dev.aftersales.claims.quotes.QuoteState;
import dev.aftersales.claims.quotes.Served;
import dev.aftersales.claims.quotes.Wanted;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.claims.tariffs.Place;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Money;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.claims.AnswerChannel;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.CoverageDisputed;
import dev.aftersales.contracts.events.claims.PayBefore;
import dev.aftersales.contracts.events.claims.QuoteAccepted;
import dev.aftersales.contracts.events.claims.QuoteDeclined;
import dev.aftersales.contracts.events.claims.QuoteIssued;
import dev.aftersales.contracts.events.claims.QuotePaid;
import dev.aftersales.contracts.events.claims.ServiceAuthorised;
import dev.aftersales.contracts.events.claims.WithdrawnQuote;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A claim's lines and its quotes, by policy D, whose payment comes before the repair or before the return. */
class QuotingTest {

    private static final Said.ConsentRequest PASSWORDS_CLEARED =
            new Said.ConsentRequest("PASSWORD_STATE", "D-1", "CLEARED", null);

    private static final Instant NOW = Instant.parse("2026-06-05T02:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Actor DORA = new Actor(Actor.Kind.CUSTOMER, "dora");
    private static final Actor PROVIDER = new Actor(Actor.Kind.PARTNER, "payment-one");
    private static final Money PRICE = new Money("10", "CNY");

    /** As it was shipped: before the return (R-D4). */
    private static final CompiledPolicy RETURN = ShippedPacks.policy("D");

    /** Asks for no consent before service. */
    private static final CompiledPolicy AGENCY = ShippedPacks.policy("C");

    private static final CompiledPolicy REPAIR =
            ShippedPacks.changed("online", "D-1", "value: RETURN", "value: REPAIR");

    @Test
    void d22cBeginsNothingBeforeThePaymentWhereThatIsTheReading() {
        // Given
        Change<Claim> accepted = accepted(quoted(REPAIR, 2));

        // When
        Change<Claim> paid = paid(accepted.state(), "pay-1", "20");

        // Then
        assertThat(accepted.state().state()).isEqualTo(ClaimState.PAYMENT_AWAITED);
        assertThat(events(accepted, ServiceAuthorised.class)).isEmpty();
        assertThat(events(accepted, QuoteAccepted.class)).singleElement().satisfies(told -> {
            assertThat(told.payBefore()).isEqualTo(PayBefore.REPAIR);
            assertThat(told.payUntil()).isEqualTo(Instant.parse("2026-07-05T15:59:59Z"));
        });
        assertThat(paid.state().state()).isEqualTo(ClaimState.AUTHORISED);
        assertThat(events(paid, QuotePaid.class)).hasSize(1);
        assertThat(events(paid, ServiceAuthorised.class)).singleElement().satisfies(told -> assertThat(told.lines())
                .allSatisfy(line -> {
                    assertThat(line.parts()).containsExactly(new PartQuantity("P-7", 1));
                    assertThat(line.quote()).isEqualTo(1);
                }));
    }

    @Test
    void tellsHowTheCustomerAnsweredWhereStaffTookItDown() {
        // Given
        Caller otto = new Caller("otto", null, Set.of("online"), Set.of(Role.AGENT), null, null, null);
        OnBehalf phoned = new OnBehalf(AnswerChannel.PHONE, "Dora called at ten");

        // When
        Claim quoted = quoted(AGENCY, 1);
        Change<Claim> accepted =
                switch (AnswerQuote.accept(otto, quoted, AGENCY, 1, List.of(), phoned, NOW)) {
                    case Decision.Commit<Claim, Outcome> commit -> new Change<>(commit.state(), commit.events());
                    case Decision.Refuse<Claim, Outcome> refuse -> throw new AssertionError(refuse);
                };

        // Then
        assertThat(events(accepted, QuoteAccepted.class)).singleElement().satisfies(told -> assertThat(told.heardBy())
                .isEqualTo(AnswerChannel.PHONE));
        assertThat(accepted.state().timeline()).anySatisfy(entry -> {
            assertThat(entry.what()).isEqualTo(TimelineEntry.What.QUOTE_ACCEPTED);
            assertThat(entry.actor()).isEqualTo(new Actor(Actor.Kind.AGENT, "otto"));
            assertThat(entry.note()).isEqualTo("quote 1, PHONE");
        });
        assertThat(QuoteView.of(accepted.state().quotes().getFirst(), true).takenDown())
                .isEqualTo(new QuoteView.AnswerView("otto", AnswerChannel.PHONE, "Dora called at ten"));
        assertThat(QuoteView.of(accepted.state().quotes().getFirst(), false).takenDown())
                .isEqualTo(new QuoteView.AnswerView("otto", AnswerChannel.PHONE, null));
        assertThat(events(accepted(quoted(REPAIR, 1)), QuoteAccepted.class))
                .singleElement()
                .satisfies(told -> assertThat(told.heardBy()).isNull());
    }

    @Test
    void tellsHowTheAmountOfAnItemComesAbout() {
        Change<Claim> issued = issued(claim(2), REPAIR, List.of(1, 2), Route.PARTS);

        assertThat(events(issued, QuoteIssued.class).getFirst().items())
                .containsExactly(new QuoteIssued.Item(
                        "PARTS",
                        "P-7",
                        new Money("20", "CNY"),
                        new QuoteIssued.Reckoned(QuoteIssued.Unit.PIECE, "1", PRICE, 2)));
    }

    @Test
    void d22cBeginsAtOnceWhereTheUnitGoesBackAfterThePayment() {
        // When
        Change<Claim> accepted = accepted(quoted(RETURN, 1, Route.DEPOT_REPAIR));

        // Then
        assertThat(accepted.state().state()).isEqualTo(ClaimState.AUTHORISED);
        assertThat(events(accepted, QuoteAccepted.class)).singleElement().satisfies(told -> assertThat(told.payBefore())
                .isEqualTo(PayBefore.RETURN));
        Change<Claim> paid = paid(accepted.state(), "pay-1", "10");
        assertThat(events(paid, QuotePaid.class)).hasSize(1);
        assertThat(events(paid, ServiceAuthorised.class)).isEmpty();
    }

    @Test
    void d26sTimeForThePaymentBeginsWithTheAcceptanceAlsoWhereTheRepairDoesNotWaitForIt() {
        // Given
        Claim quoted = quoted(RETURN, 1, Route.DEPOT_REPAIR);

        // When
        Claim accepted = accepted(quoted).state();
        Claim paid = paid(accepted, "pay-1", "10").state();

        // Then
        assertThat(events(ClaimHistory.after(quoted, accepted))).contains(Milestone.PAYMENT_NOTICE);
        assertThat(events(ClaimHistory.after(accepted, paid)))
                .contains(Milestone.PAID)
                .doesNotContain(Milestone.PAYMENT_NOTICE);
        assertThat(events(ClaimHistory.after(paid, paid))).doesNotContain(Milestone.PAID, Milestone.PAYMENT_NOTICE);
    }

    private static List<String> events(ClaimClocks clocks) {
        return clocks.milestones().stream().map(Milestone::event).toList();
    }

    @Test
    void d22cSendsNoPartsBeforeThePaymentAndClosesNoClaimWithoutIt() {
        // Given
        Change<Claim> accepted = accepted(quoted(RETURN, 2));

        // When
        Change<Claim> delivered =
                Serving.advanced(accepted.state(), List.of(1, 2), new LineState.Delivered("shp-1", NOW), NOW);
        Change<Claim> paid = paid(delivered.state(), "pay-1", "20");

        // Then
        assertThat(events(accepted, ServiceAuthorised.class)).isEmpty();
        assertThat(events(accepted, QuoteAccepted.class)).singleElement().satisfies(told -> assertThat(told.payBefore())
                .isEqualTo(PayBefore.REPAIR));
        assertThat(delivered.state().state()).isEqualTo(ClaimState.PAYMENT_AWAITED);
        assertThat(events(paid, ServiceAuthorised.class)).singleElement().satisfies(told -> assertThat(told.lines())
                .allSatisfy(line -> assertThat(line.quote()).isEqualTo(1)));
        assertThat(Serving.advanced(paid.state(), List.of(1, 2), new LineState.Delivered("shp-1", NOW), NOW)
                        .state()
                        .state())
                .isEqualTo(ClaimState.CLOSED);
    }

    @Test
    void d31BeginsNoPaidRepairWithoutTheConsentsThatACoveredOneNeeds() {
        // Given
        Claim quoted = quoted(RETURN, 1);

        // When
        Outcome without = acceptedWith(quoted);
        Outcome halfway = acceptedWith(quoted, consent("DATA_BACKED_UP", "D-1"));
        Outcome outdated = acceptedWith(quoted, consent("DATA_BACKED_UP", "D-0"));
        Outcome whole = acceptedWith(
                quoted, consent("DATA_BACKED_UP", "D-1"), PASSWORDS_CLEARED, consent("DETAILS_CONFIRMED", "D-1"));

        // Then
        assertThat(without).isInstanceOfSatisfying(Outcome.ConsentNeeded.class, needed -> {
            assertThat(needed.policyVersion()).isEqualTo("D-1");
            assertThat(needed.consents())
                    .extracting(SaidCheck.Needed::item, SaidCheck.Needed::clause)
                    .containsExactly(
                            tuple("DATA_BACKED_UP", "D3.1"),
                            tuple("PASSWORD_STATE", "D3.2"),
                            tuple("DETAILS_CONFIRMED", "D3.3"));
        });
        assertThat(halfway).isInstanceOfSatisfying(Outcome.ConsentNeeded.class, needed -> assertThat(needed.consents())
                .extracting(SaidCheck.Needed::item)
                .containsExactly("PASSWORD_STATE", "DETAILS_CONFIRMED"));
        assertThat(outdated).isInstanceOfSatisfying(Outcome.NotTaken.class, refused -> assertThat(
                        refused.refusal().type())
                .isEqualTo("consent-outdated"));
        assertThat(whole).isInstanceOfSatisfying(Outcome.Answered.class, answered -> {
            assertThat(answered.claim().quotes().getFirst().open()).isFalse();
            assertThat(answered.claim().particulars().consents())
                    .extracting(Consent::item, Consent::by)
                    .containsExactlyInAnyOrder(
                            tuple("DATA_BACKED_UP", "dora"),
                            tuple("PASSWORD_STATE", "dora"),
                            tuple("DETAILS_CONFIRMED", "dora"));
            assertThat(acceptedWith(answered.claim()))
                    .as("said again")
                    .isEqualTo(new Outcome.Answered(answered.claim()));
        });
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,            -,        state-unknown
            LOCKED,       -,        state-unknown
            CANNOT_CLEAR, -,        detail-needed
            CANNOT_CLEAR, ' ',      detail-needed
            """)
    void d32RefusesPasswordsOfWhichNothingIsStatedThatThePolicyKnows(
            @Nullable String state, @Nullable String detail, String type) {
        // When
        Outcome refused =
                acceptedWith(quoted(RETURN, 1), new Said.ConsentRequest("PASSWORD_STATE", "D-1", state, detail));

        // Then
        assertThat(refused).isInstanceOfSatisfying(Outcome.NotTaken.class, not -> assertThat(
                        not.refusal().type())
                .isEqualTo(type));
    }

    @Test
    void d32TakesPasswordsThatCannotBeClearedWithAWordBeside() {
        // When
        Outcome taken = acceptedWith(
                quoted(RETURN, 1),
                consent("DATA_BACKED_UP", "D-1"),
                new Said.ConsentRequest("PASSWORD_STATE", "D-1", "CANNOT_CLEAR", "The screen is broken; ask Dora."),
                consent("DETAILS_CONFIRMED", "D-1"));

        // Then
        assertThat(taken).isInstanceOfSatisfying(Outcome.Answered.class, answered -> assertThat(
                        answered.claim().particulars().consents())
                .extracting(Consent::item, Consent::state)
                .contains(tuple("PASSWORD_STATE", "CANNOT_CLEAR"), tuple("DATA_BACKED_UP", null)));
    }

    @Test
    void d31AsksForNoConsentThatIsThereAlready() {
        // Given
        Claim consented = ((Outcome.Answered) acceptedWith(
                        quoted(RETURN, 1),
                        consent("DATA_BACKED_UP", "D-1"),
                        PASSWORDS_CLEARED,
                        consent("DETAILS_CONFIRMED", "D-1")))
                .claim();
        Amendment amendment = new Amendment(quoted(RETURN, 1), NOW);
        amendment.particulars(consented.particulars());

        // When
        Outcome accepted = acceptedWith(amendment.done().state());

        // Then
        assertThat(accepted).isInstanceOf(Outcome.Answered.class);
    }

    private static Outcome acceptedWith(Claim claim, Said.ConsentRequest... consents) {
        Caller dora = new Caller("dora", "brightlab", Set.of("online"), Set.of(Role.CUSTOMER), null, null, null);
        return switch (AnswerQuote.accept(dora, claim, RETURN, 1, List.of(consents), null, NOW)) {
            case Decision.Commit<Claim, Outcome> commit -> commit.result();
            case Decision.Refuse<Claim, Outcome> refuse -> refuse.result();
        };
    }

    private static Said.ConsentRequest consent(String item, String version) {
        return new Said.ConsentRequest(item, version, null, null);
    }

    @Test
    void d26TellsTheDeadlinesZoneAndTheTimeForThePaymentAndThatOnlyPartsAreSent() {
        // When
        Change<Claim> issued = issued(claim(1), RETURN, List.of(1), Route.PARTS);

        // Then
        assertThat(events(issued, QuoteIssued.class)).singleElement().satisfies(told -> {
            assertThat(told.payWithin()).isEqualTo("P1M");
            assertThat(told.zone()).isEqualTo("Asia/Shanghai");
            assertThat(told.partsOnly()).isTrue();
        });
        assertThat(events(accepted(issued.state()), QuoteAccepted.class))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.zone()).isEqualTo("Asia/Shanghai");
                    assertThat(told.partsOnly()).isTrue();
                });
    }

    @Test
    void aWrongAmountBeginsNothing() {
        Claim accepted = accepted(quoted(REPAIR, 1)).state();

        Change<Claim> paid = paid(accepted, "pay-1", "9.99");

        assertThat(paid.events()).isEmpty();
        assertThat(paid.state().state()).isEqualTo(ClaimState.PAYMENT_AWAITED);
        assertThat(paid.state().timeline().getLast().note()).isEqualTo("pay-1 9.99 CNY WRONG_AMOUNT");
        assertThat(paid(paid.state(), "pay-1", "9.99").state()).isEqualTo(paid.state());
    }

    @Test
    void aDisputeSetsTheQuoteAsideForAllItsLines() {
        // Given
        Claim quoted = quoted(RETURN, 2);

        // When
        Change<Claim> disputed = disputed(quoted, 1);

        // Then
        assertThat(disputed.state().lines())
                .extracting(line -> line.state().stage())
                .containsExactly(Stage.IN_REVIEW, Stage.NOT_COVERED);
        assertThat(events(disputed, QuoteDeclined.class)).singleElement().satisfies(told -> assertThat(told.reason())
                .isEqualTo(QuoteDeclined.Reason.REPLACED));
        assertThat(events(disputed, CoverageDisputed.class)).singleElement().satisfies(told -> assertThat(
                        told.withdrawnQuotes())
                .containsExactly(new WithdrawnQuote(1, List.of(1, 2))));
        assertThat(disputed.state().quotes().getFirst().accepted("dora", NOW, ZONE))
                .isInstanceOf(Step.Impossible.class);
    }

    @Test
    void whatOvertakesAnOpenQuoteNamesItInItsOwnEvent() {
        // Given
        Change<Claim> first = issued(claim(3), RETURN, List.of(1, 2), Route.PARTS);

        // When
        Change<Claim> another = issued(first.state(), RETURN, List.of(2, 3), Route.PARTS);

        // Then
        assertThat(events(first, QuoteIssued.class)).singleElement().satisfies(told -> {
            assertThat(told.withdrawnQuotes()).isNull();
            assertThat(told.vendorBears()).isEqualTo(QuoteIssued.VendorBears.NOTHING);
        });
        assertThat(events(another, QuoteIssued.class)).singleElement().satisfies(told -> assertThat(
                        told.withdrawnQuotes())
                .containsExactly(new WithdrawnQuote(1, List.of(1, 2))));
    }

    @Test
    void goodwillThatOvertakesAnOpenQuoteNamesItOnce() {
        // Given
        Amendment amendment = new Amendment(quoted(RETURN, 2), NOW);
        ClaimLine line = amendment.line(1).orElseThrow();
        amendment.put(line.at(new LineState.Authorised(Route.PARTS)));
        CoverageNews news = new CoverageNews(amendment, code -> new Text(code, code));
        news.add(
                line,
                Verdict.NOT_COVERED_OFFER_QUOTE,
                new Explanation("D-1", Verdict.NOT_COVERED_OFFER_QUOTE, List.of()),
                List.of(),
                Route.PARTS,
                null,
                false);

        // When
        news.tell(null);

        // Then
        assertThat(events(amendment.done(), CoverageDecided.class))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.withdrawnQuotes()).containsExactly(new WithdrawnQuote(1, List.of(1, 2)));
                    assertThat(told.lines().getFirst().partsOnly()).isTrue();
                });
    }

    @ParameterizedTest
    @CsvSource({"PARTS, true", "DEPOT_REPAIR, true", "ON_SITE, false", "REMOTE_SUPPORT, false"})
    void tellsOfFreightOnlyWhereSomethingIsShipped(Route route, boolean told) {
        var quote = quoted(RETURN, 1, route).quotes().getFirst();
        ChargeSplit charge = new ChargeSplit(ChargeItem.RETURN_FREIGHT, Payer.VENDOR, "D2.5", null);
        Amendment amendment = new Amendment(claim(1), NOW);

        Quoting.issue(
                amendment,
                new dev.aftersales.claims.quotes.Quote(
                        1,
                        NOW,
                        "otto",
                        quote.basis(),
                        null,
                        quote.lines(),
                        quote.items(),
                        List.of(new Bearing(charge, List.of(1))),
                        quote.total(),
                        null,
                        null,
                        null,
                        quote.state()),
                DORA,
                ZONE);

        assertThat(events(amendment.done(), QuoteIssued.class))
                .singleElement()
                .satisfies(issued -> assertThat(issued.freight() != null).isEqualTo(told));
    }

    @Test
    void moneyHeldForAQuoteThatIsSetAsideIsSaidToPayForNothing() {
        // Given
        Claim held = paid(quoted(RETURN, 1), "pay-1", "10").state();

        // When
        Change<Claim> disputed = disputed(held, 1);

        // Then
        assertThat(disputed.state().timeline())
                .filteredOn(entry -> entry.what() == TimelineEntry.What.PAYMENT_NOT_APPLIED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.note()).isEqualTo("pay-1 10.00 CNY QUOTE_REPLACED"));
        assertThat(disputed.state().unappliedPayments()).singleElement().satisfies(payment -> {
            assertThat(payment.by()).isEqualTo(PROVIDER);
            assertThat(payment.expected()).isEqualTo(new Money("10.00", "CNY"));
            assertThat(payment.open()).isTrue();
        });
        assertThat(paid(disputed.state(), "pay-1", "10").state().unappliedPayments())
                .isEqualTo(disputed.state().unappliedPayments());
    }

    @Test
    void whatAGrantPaysForIsNotCharged() {
        Goodwill goodwill = new Goodwill(List.of(ChargeItem.LABOUR), null, "R-X", "loyal", "otto", NOW);
        QuoteDraft draft = new QuoteDraft(
                ShippedPacks.policy("D"),
                List.of(answer(1), answer(2)),
                Map.of(2, goodwill),
                null,
                Place.ANYWHERE,
                null);

        Pricing.Result result =
                draft.price(List.of(new Wanted(FeeType.LABOUR, null, null, null, List.of(1, 2), PRICE)));

        assertThat(result).isInstanceOfSatisfying(Pricing.Result.Priced.class, priced -> {
            assertThat(priced.total()).isEqualTo(PRICE);
            assertThat(priced.items()).anySatisfy(item -> {
                assertThat(item.lines()).containsExactly(2);
                assertThat(item.amount().zero()).isTrue();
                assertThat(item.reading()).isEqualTo("R-X");
            });
        });
    }

    @Test
    void anOpenQuoteAndItsLinesStandTogetherWhateverHappens() {
        SplittableRandom random = new SplittableRandom(20261120);
        int served = 0;
        for (int walk = 0; walk < 2_000; walk++) {
            CompiledPolicy policy = random.nextBoolean() ? REPAIR : RETURN;
            Claim claim = claim(4);
            for (int step = 0; step < 10; step++) {
                claim = stepped(claim, policy, random).state();
                check(claim);
            }
            served += (int) claim.lines().stream()
                    .filter(line -> line.state() instanceof LineState.InService)
                    .count();
        }
        assertThat(served).as("some of them are served").isGreaterThan(500);
    }

    private static void check(Claim claim) {
        for (var quote : claim.quotes()) {
            boolean whole = quote.lineNumbers().stream()
                    .allMatch(number -> claim.line(number).orElseThrow().state() instanceof LineState.Quoted quoted
                            && quoted.quote() == quote.number());
            assertThat(whole).as("quote %s", quote.number()).isEqualTo(quote.open());
        }
        for (ClaimLine line : claim.lines()) {
            switch (line.state()) {
                case LineState.PaymentAwaited awaited ->
                    assertThat(claim.quote(awaited.quote()).orElseThrow().state())
                            .isInstanceOf(QuoteState.Accepted.class);
                case LineState.InService service ->
                    assertThat(claim.paidBy(line.line())).isPresent();
                case LineState.Undecided undecided -> {}
                case LineState.Expired expired -> {}
                case LineState.Answered answered ->
                    assertThat(claim.paidBy(line.line())).isEmpty();
            }
        }
    }

    private static Change<Claim> stepped(Claim claim, CompiledPolicy policy, SplittableRandom random) {
        int line = random.nextInt(1, 5);
        int number =
                claim.quotes().isEmpty() ? 1 : random.nextInt(1, claim.quotes().size() + 1);
        return switch (random.nextInt(6)) {
            case 0, 1 -> {
                List<Integer> lines = IntStream.rangeClosed(line, Math.min(4, line + random.nextInt(3)))
                        .filter(one ->
                                Quoting.quotable(claim.line(one).orElseThrow().state()))
                        .boxed()
                        .toList();
                yield lines.isEmpty()
                        ? unchanged(claim)
                        : issued(claim, policy, lines, random.nextBoolean() ? Route.PARTS : Route.DEPOT_REPAIR);
            }
            case 2 -> accepted(claim, number);
            case 3 -> {
                Amendment amendment = new Amendment(claim, NOW);
                if (claim.quote(number).map(quote -> quote.refused("dora", NOW)).orElse(null)
                        instanceof Step.Taken taken) {
                    Quoting.refused(amendment, taken.quote(), DORA);
                }
                yield amendment.done();
            }
            case 4 -> paid(claim, "pay-" + random.nextInt(3), random.nextBoolean() ? "10" : "20");
            default -> disputed(claim, line);
        };
    }

    private static Change<Claim> unchanged(Claim claim) {
        return new Change<>(claim, List.of());
    }

    private static Claim quoted(CompiledPolicy policy, int lines) {
        return quoted(policy, lines, Route.PARTS);
    }

    private static Claim quoted(CompiledPolicy policy, int lines, Route route) {
        return issued(
                        claim(lines),
                        policy,
                        IntStream.rangeClosed(1, lines).boxed().toList(),
                        route)
                .state();
    }

    private static Change<Claim> issued(Claim claim, CompiledPolicy policy, List<Integer> lines, Route route) {
        QuoteDraft draft = new QuoteDraft(
                policy, lines.stream().map(QuotingTest::answer).toList(), Map.of(), null, Place.ANYWHERE, null);
        Pricing.Result result = draft.price(List.of(new Wanted(FeeType.PARTS, "P-7", 1, null, lines, PRICE)));
        assertThat(result).isInstanceOf(Pricing.Result.Priced.class);
        Amendment amendment = new Amendment(claim, NOW);
        Quoting.issue(
                amendment,
                draft.quote(
                        claim.quotes().size() + 1,
                        NOW,
                        "otto",
                        lines.stream().map(line -> new Served(line, route)).toList(),
                        (Pricing.Result.Priced) result),
                new Actor(Actor.Kind.AGENT, "otto"),
                ZONE);
        return amendment.done();
    }

    private static Change<Claim> accepted(Claim claim) {
        return accepted(claim, 1);
    }

    private static Change<Claim> accepted(Claim claim, int number) {
        Amendment amendment = new Amendment(claim, NOW);
        if (claim.quote(number).map(quote -> quote.accepted("dora", NOW, ZONE)).orElse(null)
                instanceof Step.Taken taken) {
            Quoting.accepted(amendment, taken.quote(), DORA, ZONE);
        }
        return amendment.done();
    }

    private static Change<Claim> paid(Claim claim, String id, String amount) {
        Amendment amendment = new Amendment(claim, NOW.plus(Duration.ofDays(1)));
        Payment payment = new Payment(id, new Money(amount, "CNY"), NOW);
        if (!claim.quotes().isEmpty()) {
            switch (claim.quotes().getLast().paid(payment)) {
                case Step.Taken taken -> Quoting.paid(amendment, taken.quote(), payment, PROVIDER);
                case Step.Repeated repeated -> {}
                case Step.Impossible impossible ->
                    Quoting.notApplied(
                            amendment,
                            claim.quotes().getLast().number(),
                            payment,
                            impossible.why().name(),
                            PROVIDER);
            }
        }
        return amendment.done();
    }

    private static Change<Claim> disputed(Claim claim, int number) {
        return claim.line(number).orElseThrow().state() instanceof LineState.Answered
                ? Disputing.disputed(
                        new Amendment(claim, NOW),
                        new Dispute(1, List.of(number), List.of("D2.4"), "s", List.of(), List.of(), "dora", NOW, null),
                        List.of(),
                        DORA)
                : unchanged(claim);
    }

    private static LineOutcome answer(int line) {
        return new LineOutcome.NotCovered(
                line,
                new Quote("D2.2a", null),
                Stream.of(ChargeItem.PARTS, ChargeItem.LABOUR)
                        .map(item -> new ChargeSplit(item, Payer.CUSTOMER, "D2.2a", null))
                        .toList(),
                new Explanation("D-1", null, List.of()));
    }

    private static <E extends Event> List<E> events(Change<Claim> change, Class<E> type) {
        List<E> found = new ArrayList<>();
        for (Event event : change.events()) {
            if (type.isInstance(event)) {
                found.add(type.cast(event));
            }
        }
        return found;
    }

    private static Claim claim(int lines) {
        Conclusion conclusion = new Conclusion(
                new Diagnosis(
                        "MAN_MADE",
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
                "X1",
                "E-42",
                "d",
                null,
                Particulars.NONE,
                List.of(),
                List.of(),
                IntStream.rangeClosed(1, lines)
                        .mapToObj(line -> ClaimLine.claimed(new UnitLine(line, "S-" + line, 1))
                                .concluded(conclusion)
                                .at(new LineState.NotCovered("/api/v1/claims/clm-1/quote")))
                        .toList(),
                new FirstAnswer("h", 201, "/l", "{}"));
    }
}
