package dev.aftersales.diagnosis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Route;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CountedApartTest {

    private static final CountedUnits ONE_EACH = (vendor, family) -> new CountedUnits.Counted(1, 1, List.of(), false);

    @Test
    void warnsOfUnitsUnderTheCodeAndUnderEachFamilyThatItWasOf() {
        List<CountedApart> apart = CountedApart.of(entry("F1", "F2", "F1", "F3"), ONE_EACH);

        assertThat(apart).extracting(CountedApart::faultFamily).containsExactly("E-1", "F1", "F2");
        assertThat(apart.get(1).words().en())
                .startsWith("1 unit is counted under F1, and stay there: family F3 holds")
                .contains("(faultFamily=F1 and faultFamily=F3)");
        assertThat(apart.get(1).words().zh()).startsWith("1 台 按 F1 累计").contains("故障族 F3");
    }

    @Test
    void warnsOfTheFamilyThatWasTakenAway() {
        assertThat(CountedApart.of(entry("F1", null), ONE_EACH))
                .extracting(CountedApart::faultFamily)
                .containsExactly("F1");
    }

    @Test
    void warnsOfNothingWhereTheFamilyIsTheSameOrNothingIsCounted() {
        assertThat(CountedApart.of(entry(null, null), ONE_EACH)).isEmpty();
        assertThat(CountedApart.of(
                        entry("F1", "F2"), (vendor, family) -> new CountedUnits.Counted(0, 0, List.of(), false)))
                .isEmpty();
    }

    private static CatalogueEntry entry(@Nullable String... families) {
        CatalogueEntry entry = null;
        for (String family : families) {
            Money value = new Money(new BigDecimal("40.00"), "EUR");
            FaultDefinition definition = new FaultDefinition(
                    List.of("WP-400"),
                    "WORKMANSHIP",
                    FaultClass.SIMPLE,
                    Route.PARTS,
                    List.of(new CataloguePart("PSU", 1, value)),
                    value,
                    new SerialLimit(1, 90),
                    null,
                    family);
            entry = entry == null
                    ? CatalogueEntry.first("exporter", "E-1", definition, "petra", Instant.EPOCH)
                    : entry.revised(definition, "petra", Instant.EPOCH);
        }
        return entry;
    }
}
