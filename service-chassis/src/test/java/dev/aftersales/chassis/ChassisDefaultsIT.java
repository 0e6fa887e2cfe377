package dev.aftersales.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.testing.ServiceIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;

/** Settings that Boot looks at early; a source that came later would be read by nobody. */
@ServiceIT
class ChassisDefaultsIT {

    @Autowired
    TomcatServletWebServerFactory server;

    @Test
    void areThereBeforeTheServerIsMade() {
        assertThat(server.getShutdown()).isEqualTo(Shutdown.GRACEFUL);
    }
}
