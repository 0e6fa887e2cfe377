package dev.aftersales.logistics.emergencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippingHoldTest {

    @ParameterizedTest
    @CsvSource({
        "PX200-2026W30, true",
        "px200-2026w30, true",
        "Px200-2026W30, true",
        "PX200-2026W31, false",
        "PX200-2026W3, false"
    })
    void holdsItsLotsHoweverTheirCapitalsAreWritten(String packed, boolean held) {
        assertThat(hold(List.of("PX200-2026W30")).covers(packed)).isEqualTo(held);
    }

    @Test
    void holdsAllStockOfTheModelWhereItNamesNoLot() {
        assertThat(hold(List.of()).covers("any")).isTrue();
    }

    private static ShippingHold hold(List<String> lots) {
        return new ShippingHold("bat-1", "PX-200", lots, Instant.EPOCH);
    }
}
