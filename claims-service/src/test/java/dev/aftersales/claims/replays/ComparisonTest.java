package dev.aftersales.claims.replays;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.ChargeSplit;
import dev.aftersales.claims.adjudication.Explanation;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.Quote;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.contracts.events.Money;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static final ChargeSplit VENDOR_PAYS_PARTS = pays(ChargeItem.PARTS, Payer.VENDOR);
    private static final ChargeSplit CUSTOMER_PAYS_PARTS = pays(ChargeItem.PARTS, Payer.CUSTOMER);

    @Test
    void findsNoDifferenceInAnotherRouteOfTheSameVerdict() {
        assertThat(Comparison.of(covered(Route.PARTS), covered(Route.DEPOT_REPAIR)))
                .isEmpty();
    }

    @Test
    void findsThatSomebodyElsePaysUnderTheSameVerdict() {
        Comparison.Difference difference = Comparison.of(partly(VENDOR_PAYS_PARTS), partly(CUSTOMER_PAYS_PARTS))
                .orElseThrow();

        assertThat(difference.before()).isEqualTo(difference.after());
        assertThat(difference.moved())
                .containsExactly(new Comparison.Moved(ChargeItem.PARTS, Payer.VENDOR, Payer.CUSTOMER));
    }

    @Test
    void comparesWhatBothSayOfALineWithoutCover() {
        assertThat(Comparison.of(notCovered(CUSTOMER_PAYS_PARTS), partly(VENDOR_PAYS_PARTS))
                        .orElseThrow()
                        .moved())
                .containsExactly(new Comparison.Moved(ChargeItem.PARTS, Payer.CUSTOMER, Payer.VENDOR));
    }

    /** D lays duty on the vendor in the warranty, and on nobody beside it. */
    @Test
    void movesNothingOfWhichOneOfThemSaysNothing() {
        LineOutcome covered = partly(VENDOR_PAYS_PARTS, pays(ChargeItem.DUTY, Payer.VENDOR));

        assertThat(Comparison.of(notCovered(CUSTOMER_PAYS_PARTS), covered)
                        .orElseThrow()
                        .moved())
                .extracting(Comparison.Moved::item)
                .containsExactly(ChargeItem.PARTS);
        assertThat(Comparison.of(covered, notCovered()).orElseThrow().moved()).isEmpty();
    }

    @Test
    void countsWhatACarrierIsToBearAsNotTheVendors() {
        LineOutcome redirected = new LineOutcome.Redirected(1, explained(Verdict.REDIRECT));

        assertThat(Comparison.of(partly(VENDOR_PAYS_PARTS), redirected)
                        .orElseThrow()
                        .moved())
                .containsExactly(new Comparison.Moved(ChargeItem.PARTS, Payer.VENDOR, Payer.CUSTOMER));
        assertThat(Comparison.of(redirected, partly(VENDOR_PAYS_PARTS))
                        .orElseThrow()
                        .moved())
                .containsExactly(new Comparison.Moved(ChargeItem.PARTS, Payer.CUSTOMER, Payer.VENDOR));
        assertThat(Comparison.of(redirected, notCovered()).orElseThrow().moved())
                .isEmpty();
    }

    @Test
    void movesNothingWhereAPersonHasToDecideFirst() {
        Comparison.Difference difference = Comparison.of(
                        partly(VENDOR_PAYS_PARTS), new LineOutcome.NeedsReview(1, explained(Verdict.NEEDS_REVIEW)))
                .orElseThrow();

        assertThat(difference.moved()).isEmpty();
    }

    @Test
    void addsUpByCurrencyAndCountsWhatHasNoPrice() {
        // Given
        Counting counting = new Counting(Tally.NONE);

        // When
        counting.flip(flip(new Worth(Worth.Basis.TARIFF, new Money("12.34", "EUR"))));
        counting.flip(flip(new Worth(Worth.Basis.QUOTE, new Money("1", "CNY"))));
        counting.flip(flip(new Worth(Worth.Basis.TARIFF, new Money("0.66", "EUR"))));
        counting.flip(flip(null));
        Tally tally = new Counting(counting.tally()).tally();

        // Then
        assertThat(tally.flips()).isEqualTo(4);
        assertThat(tally.turns())
                .containsExactly(new Tally.Turn(Standing.NOT_COVERED_OFFER_QUOTE, Standing.COVERED, 4));
        assertThat(tally.cost().toCustomer()).isEqualTo(Burden.NONE);
        assertThat(tally.cost().toVendor())
                .isEqualTo(new Burden(4, 1, List.of(new Money("1", "CNY"), new Money("13", "EUR"))));
        assertThat(tally.clauses()).singleElement().satisfies(clause -> {
            assertThat(clause.clause()).isEqualTo("A3.1");
            assertThat(clause.cost()).isEqualTo(tally.cost());
        });
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({
        "NOT_COVERED_OFFER_QUOTE, ADMITTED",
        "ADMITTED, NOT_COVERED_OFFER_QUOTE",
        "COVERED, NEEDS_EVIDENCE",
        "NEEDS_REVIEW, COVERED_PARTIAL",
        "NEEDS_EVIDENCE, NEEDS_REVIEW"
    })
    void countsALineOfWhichItIsOpenWhoPaysAsUnpricedAndNotAsNothing(Standing from, Standing to) {
        // Given
        Counting counting = new Counting(Tally.NONE);

        // When
        counting.flip(flip(from, to, List.of()));
        counting.flip(flip(from, to, List.of()));
        counting.flip(flip(Standing.COVERED, Standing.REDIRECT, List.of()));
        Tally tally = new Counting(counting.tally()).tally();

        // Then
        assertThat(tally.cost()).isEqualTo(new CostDifference(Burden.NONE, Burden.NONE, 2L));
        assertThat(tally.clauses())
                .singleElement()
                .satisfies(clause -> assertThat(clause.cost().unpriced()).isEqualTo(2));
    }

    @Test
    void burdensNobodyWithWhatIsNotDone() {
        assertThat(flip(new Worth(Worth.Basis.NOT_PERFORMED, null)).cost()).isEqualTo(CostDifference.NONE);
    }

    private static Flip flip(Worth worth) {
        return flip(
                Standing.NOT_COVERED_OFFER_QUOTE,
                Standing.COVERED,
                List.of(
                        new Flip.Item(ChargeItem.PARTS, Payer.CUSTOMER, Payer.VENDOR, worth),
                        new Flip.Item(ChargeItem.DUTY, Payer.AGREE, Payer.VENDOR, worth)));
    }

    private static Flip flip(Standing from, Standing to, List<Flip.Item> moved) {
        return new Flip(
                "exporter",
                "rpl-1",
                "clm-1",
                1,
                Instant.EPOCH,
                "A-1",
                from,
                to,
                List.of(new Comparison.Shift("A3.1", List.of(), List.of())),
                moved);
    }

    private static LineOutcome covered(Route route) {
        return new LineOutcome.Covered(1, route, explained(Verdict.COVERED));
    }

    private static LineOutcome partly(ChargeSplit... charges) {
        return new LineOutcome.Partial(
                1, new Quote("A1.3", null), Arrays.asList(charges), explained(Verdict.COVERED_PARTIAL));
    }

    private static LineOutcome notCovered(ChargeSplit... charges) {
        return new LineOutcome.NotCovered(
                1, new Quote("A1.3", null), Arrays.asList(charges), explained(Verdict.NOT_COVERED_OFFER_QUOTE));
    }

    private static ChargeSplit pays(ChargeItem item, Payer payer) {
        return new ChargeSplit(item, payer, "A2.1", null);
    }

    private static Explanation explained(Verdict verdict) {
        return new Explanation("A-1", verdict, List.of());
    }
}
