package dev.aftersales.testing.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.testing.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class SecondServiceIT {

    @Test
    void startsOneContextForAllClasses() {
        assertThat(EchoApplication.STARTED).hasValue(1);
    }
}
