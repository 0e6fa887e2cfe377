package dev.aftersales.diagnosis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Route;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueEntryTest {

    private static final Instant MORNING = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-01-05T18:00:00Z");

    @Test
    void keepsEveryRevisionWithItsWriter() {
        CatalogueEntry entry = CatalogueEntry.first("exporter", "PSU", parts("50.00"), "petra", MORNING);

        CatalogueEntry revised = entry.revised(parts("60.00"), "paul", EVENING);

        assertThat(revised.revisions())
                .containsExactly(
                        new CatalogueEntry.Revision(1, "petra", MORNING, parts("50.00")),
                        new CatalogueEntry.Revision(2, "paul", EVENING, parts("60.00")));
        assertThat(revised.inForce().number()).isEqualTo(2);
    }

    @Test
    void makesNoRevisionThatSaysNothingNew() {
        CatalogueEntry entry = CatalogueEntry.first("exporter", "PSU", parts("50.00"), "petra", MORNING);

        assertThat(entry.revised(parts("50.00"), "paul", EVENING)).isSameAs(entry);
    }

    @Test
    void refusesDispositionPartsWithoutParts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> definition(Route.PARTS, List.of(), "50.00"))
                .withMessageContaining("names its parts");
    }

    @Test
    void refusesTwoCurrencies() {
        CataloguePart inYuan = new CataloguePart("PSU", 1, new Money(new BigDecimal("300"), "CNY"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> definition(Route.PARTS, List.of(inYuan), "50.00"))
                .withMessageContaining("one currency");
    }

    @Test
    void multipliesPartsByUnits() {
        FaultDefinition definition = parts("50.00");

        assertThat(definition.valueFor(3).amount()).isEqualByComparingTo("240.00");
        assertThat(definition.partsFor(3).getFirst().quantity()).isEqualTo(6);
    }

    @Test
    void refusesNegativeMoney() {
        assertThatIllegalArgumentException().isThrownBy(() -> euro("-0.01"));
    }

    private static FaultDefinition parts(String cap) {
        return definition(Route.PARTS, List.of(new CataloguePart("PSU", 2, euro("40.00"))), cap);
    }

    private static FaultDefinition definition(Route disposition, List<CataloguePart> parts, String cap) {
        return new FaultDefinition(
                List.of(),
                "WORKMANSHIP",
                FaultClass.SIMPLE,
                disposition,
                parts,
                euro(cap),
                new SerialLimit(1, 90),
                null,
                null);
    }

    private static Money euro(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }
}
