package dev.aftersales.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HomeTest {

    private final Home home = Home.find();

    @Test
    void namesTheDataInTheCommandThatStopsOnlyWhereItIsNotTheUsual() {
        assertThat(home.downCommand(home.root().resolve(".data"))).isEqualTo("deploy/down");
        assertThat(home.downCommand(Path.of("/some where"))).isEqualTo("deploy/down --data '/some where'");
        assertThat(home.downCommand(Path.of("/it's"))).isEqualTo("deploy/down --data '/it'\\''s'");
    }
}
