package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.ChargeSplit;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.Explanation;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.Quote;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.policies.ShippedPacks;
import dev.aftersales.claims.quotes.Pricing;
import dev.aftersales.claims.quotes.Served;
import dev.aftersales.claims.quotes.Wanted;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.claims.tariffs.Place;
import dev.aftersales.contracts.events.Money;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.claims.PayBefore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteViewTest {

    private static final CompiledPolicy REPAIR =
            ShippedPacks.changed("online", "D-1", "value: RETURN", "value: REPAIR");

    @ParameterizedTest(name = "reading D?4 {0}, served by {1}: before the {2}, by {3}")
    @CsvSource({
        "RETURN, DEPOT_REPAIR, RETURN, R-D4",
        "RETURN, PARTS,        REPAIR, R-D4-PARTS",
        "REPAIR, DEPOT_REPAIR, REPAIR, R-D4",
        "REPAIR, PARTS,        REPAIR, R-D4",
    })
    void d22cNamesTheReadingThatSaysWhatThePaymentComesBefore(
            PayBefore settled, Route route, PayBefore before, String reading) {
        // Given
        CompiledPolicy policy = settled == PayBefore.RETURN ? ShippedPacks.policy("D") : REPAIR;
        LineOutcome refused = new LineOutcome.NotCovered(
                1,
                new Quote("D2.2a", null),
                List.of(new ChargeSplit(ChargeItem.PARTS, Payer.CUSTOMER, "D2.2a", null)),
                new Explanation("D-1", null, List.of()));
        QuoteDraft draft = new QuoteDraft(policy, List.of(refused), Map.of(), null, Place.ANYWHERE, null);
        Wanted part = new Wanted(FeeType.PARTS, "P-7", 1, null, List.of(1), new Money("10", "CNY"));

        // When
        QuoteView shown = QuoteView.of(draft.quote(
                1, Instant.parse("2026-06-05T02:00:00Z"), "otto", List.of(new Served(1, route)), (Pricing.Result.Priced)
                        draft.price(List.of(part))));

        // Then
        assertThat(shown.payment().before()).isEqualTo(before);
        assertThat(shown.payment().reading()).isEqualTo(reading);
        assertThat(shown.payment().clause()).isEqualTo("D2.2c");
    }
}
