package dev.aftersales.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class EphemeralPortsTest {

    private final EphemeralPorts usual = new EphemeralPorts(32_768, 60_999);

    @Test
    void readsTheRangeOfTheSystem() {
        assertThat(EphemeralPorts.parse("32768\t60999\n")).hasValue(usual);
        assertThat(EphemeralPorts.parse("")).isEmpty();
        assertThat(EphemeralPorts.parse("many ports")).isEmpty();
    }

    @Test
    void warnsOfADistanceThatLeadsIntoTheRange() {
        assertThat(usual.warning(5_751)).hasValueSatisfying(sentence -> assertThat(sentence)
                .contains("--port-offset 5751", "from 32768 to 60999", "5750 or less"));
        assertThat(usual.warning(5_750)).isEmpty();
        assertThat(usual.warning(-100)).isEmpty();
    }

    @Test
    void keepsSilentWhereNoDistanceWouldDo() {
        assertThat(new EphemeralPorts(1_024, 65_535).warning(100)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void linuxTellsBothBounds() {
        assertThat(EphemeralPorts.ofThisMachine())
                .hasValueSatisfying(ports -> assertThat(ports.first()).isLessThan(ports.last()));
    }
}
