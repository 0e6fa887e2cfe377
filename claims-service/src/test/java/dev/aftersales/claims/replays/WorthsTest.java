package dev.aftersales.claims.replays;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.Diagnosis;
import dev.aftersales.claims.adjudication.rules.Basis;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.claims.Claim;
import dev.aftersales.claims.claims.ClaimClocks;
import dev.aftersales.claims.claims.ClaimLine;
import dev.aftersales.claims.claims.Conclusion;
import dev.aftersales.claims.claims.FirstAnswer;
import dev.aftersales.claims.claims.LineState;
import dev.aftersales.claims.claims.Particulars;
import dev.aftersales.claims.policies.ShippedPacks;
import dev.aftersales.claims.quotes.FeeModel;
import dev.aftersales.claims.quotes.Quote;
import dev.aftersales.claims.quotes.QuoteItem;
import dev.aftersales.claims.quotes.QuoteState;
import dev.aftersales.claims.quotes.Served;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.claims.tariffs.Price;
import dev.aftersales.claims.tariffs.Tariff;
import dev.aftersales.claims.tariffs.Unit;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Money;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a line's service costs, by its own quotes and by the tariffs of a plain vendor and of the shops (B3.2, B3.3). */
class WorthsTest {

    private static final Instant AT = Instant.parse("2026-06-05T02:00:00Z");

    private static final FeeModel PLAIN =
            new FeeModel(ShippedPacks.policy("C").rules().quotes());
    private static final FeeModel SHOPS =
            new FeeModel(ShippedPacks.policy("B").rules().quotes());

    private static final Tariff OF_AGENCY = tariff(
            price(null, null, FeeType.PARTS, "P-7", Unit.PIECE, "120"),
            price(null, null, FeeType.LABOUR, null, Unit.CASE, "60"),
            price(null, null, FeeType.SERVICE, null, Unit.CASE, "80"));

    private static final Tariff OF_SHOPS = tariff(
            price("CN-3101", "A", FeeType.DOOR_TO_DOOR, null, Unit.CASE, "80"),
            price("CN-3101", "B", FeeType.DOOR_TO_DOOR, null, Unit.CASE, "60"),
            price("CN-3205", "B", FeeType.DOOR_TO_DOOR, null, Unit.CASE, "50"),
            price("CN-3101", "A", FeeType.MAINTENANCE, null, Unit.CASE, "45"),
            price("CN-3101", "B", FeeType.MAINTENANCE, null, Unit.CASE, "45"),
            price("CN-3205", "B", FeeType.MAINTENANCE, null, Unit.CASE, "40"),
            price("CN-3101", "A", FeeType.SPARE_PARTS, "P-7", Unit.PIECE, "46"),
            price("CN-3101", "B", FeeType.SPARE_PARTS, "P-7", Unit.PIECE, "46"),
            price("CN-3205", "B", FeeType.SPARE_PARTS, "P-7", Unit.PIECE, "46"));

    @Test
    void takesTheLinesOwnQuoteAlsoWhenAnotherLineWasQuotedSince() {
        Claim claim = claim(
                null,
                List.of(line(1, Route.DEPOT_REPAIR), line(2, Route.DEPOT_REPAIR)),
                quote(1, 1, Route.DEPOT_REPAIR, item(FeeType.PARTS, Payer.CUSTOMER, "99", 1)),
                quote(2, 2, Route.DEPOT_REPAIR, item(FeeType.PARTS, Payer.CUSTOMER, "11", 2)));

        assertThat(worth(OF_AGENCY, claim, ChargeItem.PARTS, PLAIN)).contains(asked("99"));
    }

    /** E6.1: by the version that the customer agreed under, the quote is all that there is to pay. */
    @Test
    void costsNothingBesideTheQuoteThatTheCustomerAgreedTo() {
        Quote open = quote(1, 1, Route.DEPOT_REPAIR, item(FeeType.SERVICE, Payer.CUSTOMER, "16.66", 1));
        Claim offered = claim(null, List.of(line(1, Route.DEPOT_REPAIR)), open);
        Claim agreed = claim(
                null,
                List.of(line(1, Route.DEPOT_REPAIR)),
                ((Quote.Step.Taken) open.accepted("paul", AT, ZoneOffset.UTC)).quote());

        assertThat(worth(OF_AGENCY, offered, ChargeItem.PARTS, PLAIN, Payer.CUSTOMER))
                .contains(listed("240"));
        assertThat(worth(OF_AGENCY, agreed, ChargeItem.PARTS, PLAIN, Payer.CUSTOMER))
                .contains(asked("0"));
        assertThat(worth(OF_AGENCY, agreed, ChargeItem.SERVICE, PLAIN, Payer.CUSTOMER))
                .contains(asked("16.66"));
        assertThat(worth(OF_AGENCY, agreed, ChargeItem.PARTS, PLAIN, Payer.VENDOR))
                .as("what the vendor bore stands on no quote")
                .contains(listed("240"));
    }

    @Test
    void takesTheTariffForWhatTheVendorBoreOnTheQuoteAndTheQuoteForWhatWasGivenAway() {
        Claim claim = claim(
                null,
                List.of(line(1, Route.DEPOT_REPAIR)),
                quote(
                        1,
                        1,
                        Route.DEPOT_REPAIR,
                        item(FeeType.PARTS, Payer.CUSTOMER, "0", 1),
                        item(FeeType.LABOUR, Payer.VENDOR, "0", 1)));

        assertThat(worth(OF_AGENCY, claim, ChargeItem.LABOUR, PLAIN)).contains(listed("60"));
        assertThat(worth(OF_AGENCY, claim, ChargeItem.PARTS, PLAIN)).contains(asked("0"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "PARTS,          LABOUR,          -",
        "PARTS,          SERVICE,         -",
        "PARTS,          INBOUND_FREIGHT, -",
        "PARTS,          PARTS,           240",
        "DEPOT_REPAIR,   LABOUR,          60",
        "DEPOT_REPAIR,   SERVICE,         -",
        "DEPOT_REPAIR,   PARTS,           240",
        "ON_SITE,        LABOUR,          60",
        "ON_SITE,        SERVICE,         80",
        "ON_SITE,        RETURN_FREIGHT,  -",
        "REMOTE_SUPPORT, PARTS,           -",
        "REPLACEMENT,    PARTS,           ?",
        "REPLACEMENT,    LABOUR,          -",
        "DEPOT_REPAIR,   DUTY,            ?",
        "DEPOT_REPAIR,   URGENT_FREIGHT,  -",
    })
    void pricesWhatTheLinesRoutePerformsAndNothingElse(Route route, ChargeItem item, String worth) {
        Optional<Worth> expected =
                switch (worth) {
                    case "?" -> Optional.empty();
                    case "-" -> Optional.of(new Worth(Worth.Basis.NOT_PERFORMED, null));
                    default -> Optional.of(listed(worth));
                };

        assertThat(worth(OF_AGENCY, claim(null, List.of(line(1, route))), item, PLAIN))
                .isEqualTo(expected);
    }

    @Test
    void goesByTheRouteThatWasQuotedLastRatherThanByTheOneThatTheDiagnosisProposed() {
        Claim claim = claim(
                null,
                List.of(line(1, Route.DEPOT_REPAIR)),
                quote(1, 1, Route.PARTS, item(FeeType.PARTS, Payer.CUSTOMER, "99", 1)));

        assertThat(worth(OF_AGENCY, claim, ChargeItem.LABOUR, PLAIN))
                .contains(new Worth(Worth.Basis.NOT_PERFORMED, null));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        // One region, any level of shop: what costs the same at all of them is known.
        "CN-310115, LABOUR,  45",
        "CN-310115, PARTS,   92",
        "CN-310115, SERVICE, ?",
        "CN-320501, SERVICE, 50",
        // Nobody knows where it stands.
        ",          PARTS,   92",
        ",          LABOUR,  ?",
        "CN-999999, PARTS,   ?",
    })
    void b33PricesByTheShopsFeesWhereAllShopsThatItMayBeAskTheSame(
            @Nullable String site, ChargeItem item, String worth) {
        assertThat(worth(OF_SHOPS, claim(site, List.of(line(1, Route.ON_SITE))), item, SHOPS))
                .isEqualTo(worth.equals("?") ? Optional.empty() : Optional.of(listed(worth)));
    }

    @Test
    void b32PricesByTheLevelOfTheShopThatQuoted() {
        Claim claim = claim(
                "CN-310115",
                List.of(line(1, Route.ON_SITE)),
                quote(1, 1, Route.ON_SITE, item(FeeType.SPARE_PARTS, Payer.CUSTOMER, "46", 1)));

        assertThat(worth(OF_SHOPS, claim, ChargeItem.SERVICE, SHOPS)).contains(listed("60"));
    }

    @Test
    void knowsNoPriceOfPartsThatNobodyNamed() {
        ClaimLine undiagnosed = line(1, null, new LineState.NotCovered("/q"));

        assertThat(worth(OF_AGENCY, claim(null, List.of(undiagnosed)), ChargeItem.PARTS, PLAIN))
                .isEmpty();
        assertThat(worth(null, claim(null, List.of(line(1, Route.PARTS))), ChargeItem.PARTS, PLAIN))
                .isEmpty();
    }

    @Test
    void goesByTheRouteOfTheServiceThatIsUnderWay() {
        ClaimLine sent = line(1, conclusion(Route.DEPOT_REPAIR), new LineState.Released("shp-1"));

        assertThat(worth(OF_AGENCY, claim(null, List.of(sent)), ChargeItem.LABOUR, PLAIN))
                .contains(new Worth(Worth.Basis.NOT_PERFORMED, null));
    }

    private static Optional<Worth> worth(@Nullable Tariff tariff, Claim claim, ChargeItem item, FeeModel model) {
        return new Worths(tariff).of(claim, claim.lines().getFirst(), item, model, Payer.VENDOR);
    }

    private static Optional<Worth> worth(
            @Nullable Tariff tariff, Claim claim, ChargeItem item, FeeModel model, Payer before) {
        return new Worths(tariff).of(claim, claim.lines().getFirst(), item, model, before);
    }

    private static Worth asked(String amount) {
        return new Worth(Worth.Basis.QUOTE, money(amount));
    }

    private static Worth listed(String amount) {
        return new Worth(Worth.Basis.TARIFF, money(amount));
    }

    private static Money money(String amount) {
        return new Money(amount, "CNY");
    }

    private static Claim claim(@Nullable String site, List<ClaimLine> lines, Quote... quotes) {
        return new Claim(
                "clm-1",
                "agency",
                "nordwind",
                new CustomerRef("cus-1", 1),
                "carl",
                AT,
                "C-1",
                null,
                null,
                "CX-100",
                "H-310",
                "It does not start",
                null,
                new Particulars(null, site, null, null, null, Map.of(), List.of(), List.of()),
                List.of(),
                List.of(),
                lines,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(quotes),
                List.of(),
                new ClaimClocks(null, List.of(), List.of(), List.of(), null, null),
                new FirstAnswer("h", 201, "/l", "{}"),
                List.of());
    }

    private static ClaimLine line(int number, Route route) {
        return line(number, conclusion(route), new LineState.NotCovered("/q"));
    }

    private static ClaimLine line(int number, @Nullable Conclusion conclusion, LineState state) {
        return new ClaimLine(
                number,
                "S-" + number,
                1,
                state,
                Verdict.NOT_COVERED_OFFER_QUOTE,
                List.of(),
                List.of(),
                null,
                conclusion,
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                null);
    }

    private static Conclusion conclusion(Route route) {
        return new Conclusion(
                new Diagnosis(
                        "QUALITY_FAILURE",
                        true,
                        new Confirmer(Confirmer.Kind.CATALOGUE, "H-310"),
                        AT,
                        FaultClass.SIMPLE,
                        route,
                        List.of(),
                        Map.of()),
                List.of(new PartQuantity("P-7", 2)));
    }

    private static Quote quote(int number, int line, Route route, QuoteItem... items) {
        return new Quote(
                number,
                AT,
                "vera",
                new Basis("C4.1", null),
                new Quote.Source(Tariff.STANDARD, 1, null, "B"),
                List.of(new Served(line, route)),
                List.of(items),
                List.of(),
                Money.sum(Stream.of(items).map(QuoteItem::amount).toList(), "CNY"),
                null,
                null,
                null,
                new QuoteState.Open(null));
    }

    private static QuoteItem item(FeeType type, Payer payer, String amount, int line) {
        return new QuoteItem(
                type,
                type.namesPart() ? "P-7" : null,
                type.namesPart() ? Unit.PIECE : Unit.CASE,
                BigDecimal.ONE,
                List.of(line),
                money(amount),
                payer,
                null,
                null,
                money(amount));
    }

    private static Tariff tariff(Price... prices) {
        return new Tariff("agency", Tariff.STANDARD, List.of(prices), List.of(new Tariff.Entry("frida", AT)));
    }

    private static Price price(
            @Nullable String region,
            @Nullable String level,
            FeeType type,
            @Nullable String part,
            Unit unit,
            String of) {
        return new Price(region, level, type, part, unit, money(of));
    }
}
