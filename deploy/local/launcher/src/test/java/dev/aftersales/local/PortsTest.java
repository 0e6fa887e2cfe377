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

    @Test
    void everyFurtherInstanceOfAServiceListensAHundredPortsAboveTheOneBefore() {
        Ports third = Ports.standard().ofInstance(3);

        assertThat(third).isEqualTo(new Ports(8080, 8281, 8282, 8283, 8284, 9000, 9092, 9093, 27017, 3025, 3143));
        assertThat(Ports.standard().ofInstance(1)).isEqualTo(Ports.standard());
    }

    @Test
    void freePortsHaveRoomForAllInstancesBelowThoseOfOutgoingConnections() {
        Ports last = Ports.free().ofInstance(Ports.MOST_INSTANCES);

        assertThat(Ports.isFree(last.claims())).isTrue();
        EphemeralPorts.ofThisMachine()
                .filter(range -> range.first() > 20_000)
                .ifPresent(range -> assertThat(last.highest()).isLessThan(range.first()));
    }
}
