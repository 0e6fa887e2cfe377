package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aftersales.claims.adjudication.rules.QuoteRules;
import dev.aftersales.claims.policies.ShippedPacks;
import dev.aftersales.claims.quotes.Objection;
import dev.aftersales.claims.quotes.Objection.Rule;
import dev.aftersales.claims.tariffs.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteClaimTest {

    private static final @Nullable QuoteRules SHOPS =
            ShippedPacks.policy("B").rules().quotes();

    @ParameterizedTest(name = "site {0}, region {1}: priced by {2}")
    @CsvSource(nullValues = "-", textBlock = """
            CN-310101, -,         CN-310101
            -,         CN-3205,   CN-3205
            CN-310101, CN-3101,   CN-310101
            CN-31,     CN-310101, CN-310101
            """)
    void b32PricesByTheSiteOrAPartOfIt(@Nullable String site, @Nullable String region, String pricedBy) {
        assertThat(QuoteClaim.elsewhere(site, region, SHOPS)).isEmpty();
        assertThat(Place.smaller(site, region)).contains(pricedBy);
    }

    @Test
    void b32RefusesARegionOtherThanTheSites() {
        assertThat(QuoteClaim.elsewhere("CN-310101", "CN-3205", SHOPS).stream())
                .extracting(Objection::field, Objection::rule, Objection::clause)
                .containsExactly(tuple("region", Rule.REGION_IS_NOT_THE_SITE, "B3.2"));
    }

    @Test
    void regionsDoNotMatterWherePricesAreTheSameEverywhere() {
        assertThat(QuoteClaim.elsewhere(
                        "CN-310101", "CN-3205", ShippedPacks.policy("D").rules().quotes()))
                .isEmpty();
    }
}
