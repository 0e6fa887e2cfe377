package dev.aftersales.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceNameTest {

    @ParameterizedTest
    @CsvSource({"claims-service, claims-service, 1", "claims-service-2, claims-service, 2", "store, store, 1"})
    void tellsServiceAndNumber(String part, String service, int instance) {
        assertThat(InstanceName.serviceOf(part)).isEqualTo(service);
        assertThat(InstanceName.numberIn(part)).isEqualTo(instance);
        assertThat(InstanceName.of(service, instance)).isEqualTo(part);
    }
}
