package dev.aftersales.claims.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aftersales.claims.adjudication.ClauseCases;
import dev.aftersales.claims.adjudication.rules.Basis;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.quotes.Quote.Step;
import dev.aftersales.claims.quotes.Quote.Why;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.claims.tariffs.Unit;
import dev.aftersales.contracts.events.Money;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.claims.PayBefore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant ISSUED = Instant.parse("2026-06-05T02:00:00Z");
    private static final Instant LAST = Instant.parse("2026-07-05T15:59:59Z");
    private static final Money TOTAL = new Money("120.00", "CNY");
    private static final Payment PAYMENT = new Payment("pay-1", TOTAL, ISSUED);

    @ParameterizedTest(name = "{0} + {1} in {2}: {3}")
    @CsvSource({
        // Example 33: a month from 31 January ends with February.
        "2025-01-31T04:00:00Z, P1M,  Asia/Shanghai,    2025-02-28T15:59:59Z",
        "2024-01-31T04:00:00Z, P1M,  Asia/Shanghai,    2024-02-29T15:59:59Z",
        "2025-01-31T16:00:00Z, P1M,  Asia/Shanghai,    2025-03-01T15:59:59Z",
        "2026-06-05T02:00:00Z, P30D, Asia/Shanghai,    2026-07-05T15:59:59Z",
        "2026-03-01T12:00:00Z, P30D, Europe/Berlin,    2026-03-31T21:59:59Z",
        "2026-10-20T12:00:00Z, P7D,  America/New_York, 2026-10-28T03:59:59Z"
    })
    void d26EndsWithTheLastDayInThePolicysZone(Instant from, Period time, ZoneId zone, Instant expected) {
        assertThat(LastMoment.of(from, time, zone)).isEqualTo(expected);
    }

    @Test
    @ClauseCases(justNot = "D2.2b")
    void isAcceptedThroughItsLastMoment() {
        assertThat(quote(null).accepted("maria", LAST, ZONE)).isInstanceOf(Step.Taken.class);
        assertThat(quote(null).accepted("maria", LAST.plusMillis(1), ZONE))
                .isEqualTo(new Step.Impossible(Why.QUOTE_EXPIRED));
    }

    @Test
    void acceptingTwiceChangesNothing() {
        Quote accepted = taken(quote(null).accepted("maria", ISSUED, ZONE));

        assertThat(accepted.accepted("maria", LAST.plusSeconds(99), ZONE)).isEqualTo(new Step.Repeated(accepted));
    }

    @Test
    @ClauseCases(decides = "D2.2b")
    void d22bIsOverOnceItIsRefused() {
        Quote refused = taken(quote(null).refused("maria", ISSUED));

        assertThat(refused.accepted("maria", ISSUED, ZONE)).isEqualTo(new Step.Impossible(Why.QUOTE_REFUSED));
        assertThat(refused.refused("maria", LAST)).isEqualTo(new Step.Repeated(refused));
        assertThat(refused.paid(PAYMENT)).isEqualTo(new Step.Impossible(Why.QUOTE_REFUSED));
    }

    @Test
    void cannotBeRefusedOnceItIsAccepted() {
        Quote accepted = taken(quote(null).accepted("maria", ISSUED, ZONE));

        assertThat(accepted.refused("maria", ISSUED)).isEqualTo(new Step.Impossible(Why.QUOTE_ACCEPTED));
        assertThat(accepted.replaced(2, ISSUED)).isEqualTo(new Step.Impossible(Why.QUOTE_ACCEPTED));
        assertThat(accepted.expired(LAST.plusSeconds(1))).isEqualTo(new Step.Repeated(accepted));
    }

    @Test
    void expiresOnlyWhenItsTimeIsOver() {
        assertThat(quote(null).expired(LAST)).isInstanceOf(Step.Repeated.class);
        Quote expired = taken(quote(null).expired(LAST.plusSeconds(1)));
        assertThat(expired.accepted("maria", ISSUED, ZONE)).isEqualTo(new Step.Impossible(Why.QUOTE_EXPIRED));
    }

    @Test
    @ClauseCases(decides = "D2.2c")
    void d22cWaitsForThePaymentAndD26GivesItAMonth() {
        Quote accepted = taken(quote(PayBefore.RETURN, Route.DEPOT_REPAIR)
                .accepted("dora", Instant.parse("2025-01-31T04:00:00Z"), ZONE));

        assertThat(accepted.awaitsPaymentBefore()).isEqualTo(PayBefore.RETURN);
        assertThat(((QuoteState.Accepted) accepted.state()).payUntil())
                .isEqualTo(Instant.parse("2025-02-28T15:59:59Z"));
        assertThat(taken(accepted.paid(PAYMENT)).awaitsPaymentBefore()).isNull();
    }

    @ParameterizedTest(name = "{0}, {1} and {2}: {3}")
    @CsvSource({
        "RETURN, DEPOT_REPAIR, DEPOT_REPAIR, RETURN",
        "RETURN, REPLACEMENT,  ON_SITE,      RETURN",
        "RETURN, PARTS,        PARTS,        REPAIR",
        "RETURN, DEPOT_REPAIR, PARTS,        REPAIR",
        "REPAIR, DEPOT_REPAIR, PARTS,        REPAIR"
    })
    @ClauseCases(justNot = "D2.2c")
    void d22cSendingPartsIsTheReturn(PayBefore policy, Route first, Route second, PayBefore expected) {
        assertThat(quote(policy, first, second).awaitsPaymentBefore()).isEqualTo(expected);
        assertThat(quote(null, first, second).awaitsPaymentBefore()).isNull();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "120.00, CNY, ",
        "120,    CNY, ",
        "119.99, CNY, WRONG_AMOUNT",
        "120.01, CNY, WRONG_AMOUNT",
        "0,      CNY, WRONG_AMOUNT",
        "120.00, EUR, WRONG_CURRENCY"
    })
    void isPaidOnlyByItsAmountInItsCurrency(String amount, String currency, Why refused) {
        Quote accepted = taken(quote(PayBefore.REPAIR).accepted("dora", ISSUED, ZONE));

        Step step = accepted.paid(new Payment("pay-1", new Money(amount, currency), ISSUED));

        assertThat(step instanceof Step.Impossible impossible ? impossible.why() : null)
                .isEqualTo(refused);
    }

    @Test
    void thePaymentToldTwiceIsOneAndAnotherIsNotForIt() {
        Quote paid = taken(
                taken(quote(PayBefore.REPAIR).accepted("dora", ISSUED, ZONE)).paid(PAYMENT));

        assertThat(paid.paid(PAYMENT)).isEqualTo(new Step.Repeated(paid));
        assertThat(paid.paid(new Payment("pay-2", TOTAL, ISSUED))).isEqualTo(new Step.Impossible(Why.QUOTE_PAID));
    }

    @Test
    void aPaymentThatComesBeforeTheAcceptanceCountsWithIt() {
        Quote early = taken(quote(PayBefore.REPAIR).paid(PAYMENT));

        assertThat(early.open()).isTrue();
        assertThat(early.paid(PAYMENT)).isEqualTo(new Step.Repeated(early));
        assertThat(taken(early.accepted("dora", ISSUED, ZONE)).state()).isInstanceOf(QuoteState.Paid.class);
    }

    @Test
    void refusesATotalThatIsNotTheSum() {
        Quote quote = quote(null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Quote(
                        1,
                        ISSUED,
                        "anna",
                        quote.basis(),
                        null,
                        quote.lines(),
                        quote.items(),
                        List.of(),
                        new Money("119.99", "CNY"),
                        null,
                        null,
                        null,
                        quote.state()));
    }

    private static Quote taken(Step step) {
        assertThat(step).isInstanceOf(Step.Taken.class);
        return ((Step.Taken) step).quote();
    }

    private static Quote quote(PayBefore before) {
        return quote(before, Route.PARTS);
    }

    private static Quote quote(PayBefore before, Route... routes) {
        return new Quote(
                1,
                ISSUED,
                "anna",
                new Basis("D2.2a", null),
                null,
                IntStream.range(0, routes.length)
                        .mapToObj(line -> new Served(line + 1, routes[line]))
                        .toList(),
                List.of(new QuoteItem(
                        FeeType.PARTS,
                        "P-7",
                        Unit.PIECE,
                        BigDecimal.ONE,
                        List.of(1),
                        TOTAL,
                        Payer.CUSTOMER,
                        null,
                        null,
                        TOTAL)),
                List.of(),
                TOTAL,
                LAST,
                "R-D-quote",
                before == null ? null : new PaymentTerms("D2.2c", "R-D4", before, Period.ofMonths(1), "D2.6"),
                new QuoteState.Open(null));
    }
}
