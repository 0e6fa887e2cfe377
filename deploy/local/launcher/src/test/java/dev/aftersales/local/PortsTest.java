package dev.aftersales.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void shiftsEveryPortByTheSameDistance() {
        Ports shifted = Ports.standard().shifted(1000);

        assertThat(shifted).isEqualTo(new Ports(9080, 9081, 9082, 9083, 9084, 10000, 10092, 10093, 28017, 4025, 4143));
    }

    @Test
    void refusesADistanceThatLeavesTheRange() {
        assertThatThrownBy(() -> Ports.standard().shifted(40_000)).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> Ports.standard().shifted(-3025)).hasMessageContaining("port 0");
    }

    @Test
    void refusesTwoPartsOnOnePort() {
        assertThatThrownBy(() -> new Ports(1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).hasMessageContaining("share a port");
    }

    @Test
    void portOfAnotherServerOrOfAConnectionIsNotFree() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket connection = new Socket(server.getInetAddress(), server.getLocalPort())) {
            assertThat(Ports.isFree(server.getLocalPort())).isFalse();
            assertThat(Ports.isFree(connection.getLocalPort())).isFalse();
        }
        assertThat(Ports.isFree(Ports.free().gateway())).isTrue();
    }

    @Test
    void freePortsDiffer() {
        assertThat(Ports.free()).isNotEqualTo(Ports.standard());
    }
}
