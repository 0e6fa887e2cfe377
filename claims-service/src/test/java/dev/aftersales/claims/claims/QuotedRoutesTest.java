package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.quotes.Objection;
import dev.aftersales.claims.quotes.QuoteItem;
import dev.aftersales.claims.quotes.Served;
import dev.aftersales.claims.quotes.Wanted;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.claims.tariffs.Unit;
import dev.aftersales.contracts.events.Money;
import dev.aftersales.contracts.events.Route;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedRoutesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # wished,   diagnosed,    quoted,                  served by
            ,           DEPOT_REPAIR, PARTS LABOUR,            DEPOT_REPAIR
            ,           DEPOT_REPAIR, PARTS,                   DEPOT_REPAIR
            ,           ON_SITE,      SPARE_PARTS MAINTENANCE, ON_SITE
            ,           PARTS,        PARTS,                   PARTS
            ,           PARTS,        PARTS LABOUR,            PARTS
            ,           PARTS,        LABOUR,                  DEPOT_REPAIR
            ,           ,             PARTS,                   PARTS
            ,           ,             PARTS RETURN_FREIGHT,    PARTS
            ,           ,             PARTS LABOUR,            DEPOT_REPAIR
            ,           ,             PARTS SERVICE,           DEPOT_REPAIR
            ,           ,             LABOUR,                  DEPOT_REPAIR
            ,           ,             SPARE_PARTS DOOR_TO_DOOR, ON_SITE
            PARTS,      DEPOT_REPAIR, PARTS,                   PARTS
            ON_SITE,    PARTS,        PARTS LABOUR,            ON_SITE
            """)
    void servesALineAsStaffSayElseAsDiagnosedElseAsWhatIsQuotedShows(
            Route wished, Route diagnosed, String quoted, Route served) {
        Set<FeeType> fees =
                Arrays.stream(quoted.split(" ")).map(FeeType::valueOf).collect(Collectors.toSet());

        assertThat(QuotedRoutes.of(wished, diagnosed, fees)).isEqualTo(served);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # fee,              route,          paid by,  refused
            LABOUR,             PARTS,          CUSTOMER, true
            MAINTENANCE,        PARTS,          CUSTOMER, true
            AUXILIARY_MATERIAL, PARTS,          CUSTOMER, true
            LABOUR,             PARTS,          VENDOR,   false
            LABOUR,             DEPOT_REPAIR,   CUSTOMER, false
            AUXILIARY_MATERIAL, DEPOT_REPAIR,   CUSTOMER, false
            DOOR_TO_DOOR,       PARTS,          CUSTOMER, true
            DOOR_TO_DOOR,       DEPOT_REPAIR,   CUSTOMER, true
            DOOR_TO_DOOR,       ON_SITE,        CUSTOMER, false
            SERVICE,            PARTS,          CUSTOMER, false
            INBOUND_FREIGHT,    PARTS,          CUSTOMER, true
            URGENT_FREIGHT,     PARTS,          CUSTOMER, false
            PARTS,              REMOTE_SUPPORT, CUSTOMER, true
            """)
    void refusesWhatTheCustomerWouldPayForAndTheRouteDoesNotPerform(
            FeeType fee, Route route, Payer payer, boolean refused) {
        // Given
        Money price = new Money("10.00", "EUR");
        List<Wanted> wanted = List.of(
                new Wanted(FeeType.DUTY, null, null, null, List.of(), null),
                new Wanted(fee, null, null, null, List.of(1, 2), price));
        List<QuoteItem> priced = List.of(
                new QuoteItem(fee, null, Unit.CASE, BigDecimal.ONE, List.of(1, 2), price, payer, null, null, price));

        // When
        List<Objection> objections =
                QuotedRoutes.objections(wanted, List.of(new Served(1, route), new Served(2, Route.ON_SITE)), priced);

        // Then
        assertThat(objections.stream().filter(objection -> objection.detail().contains(route.name())))
                .hasSize(refused ? 1 : 0)
                .allSatisfy(objection -> {
                    assertThat(objection.item()).isEqualTo(1);
                    assertThat(objection.rule()).isEqualTo(Objection.Rule.NOT_ON_THE_ROUTE);
                });
    }
}
