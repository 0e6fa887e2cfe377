package dev.aftersales.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopologyTest {

    private static Part part(String name, String... needs) {
        return Part.of(name, List.of("true"), Probe.none()).needing(needs);
    }

    @Test
    void stopsServicesBeforeWhatTheyNeed() {
        Topology topology = new Topology(List.of(
                part("broker"),
                part("store"),
                part("claims-service", "broker", "store"),
                part("gateway", "broker"),
                part("partners", "gateway")));

        assertThat(topology.stopOrder().stream()
                        .map(group -> group.stream().map(Part::name).toList()))
                .containsExactly(List.of("partners"), List.of("claims-service", "gateway"), List.of("broker", "store"));
    }

    @Test
    void refusesAPartThatComesBeforeWhatItNeeds() {
        assertThatThrownBy(() -> new Topology(List.of(part("gateway", "broker"), part("broker"))))
                .hasMessageContaining("gateway needs [broker]");
    }

    @Test
    void refusesTwoPartsOfOneName() {
        assertThatThrownBy(() -> new Topology(List.of(part("store"), part("store"))))
                .hasMessageContaining("two parts are named store");
    }
}
