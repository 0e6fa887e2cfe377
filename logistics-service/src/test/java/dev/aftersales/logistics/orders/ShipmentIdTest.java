package dev.aftersales.logistics.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShipmentIdTest {

    @ParameterizedTest
    @CsvSource({"clm-1-S1, clm-1, 1", "clm-1-S12, clm-1, 12", "odd-S1-S2, odd-S1, 2"})
    void readsWhatItWrote(String text, String claim, int number) {
        assertThat(ShipmentId.of(text)).contains(new ShipmentId(claim, number));
        assertThat(new ShipmentId(claim, number).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "clm-1", "clm-1-S", "clm-1-S0", "clm-1-S01", "-S1", "clm-1-S1234567", "clm-1-Sx"})
    void knowsWhatIsNone(String text) {
        assertThat(ShipmentId.of(text)).isEmpty();
    }

    @Test
    void countsFromOne() {
        assertThatThrownBy(() -> new ShipmentId("clm-1", 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
