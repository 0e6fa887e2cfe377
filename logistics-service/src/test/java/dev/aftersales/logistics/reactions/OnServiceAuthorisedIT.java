package dev.aftersales.logistics.reactions;

import static dev.aftersales.logistics.Claim.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.logistics.Claim;
import dev.aftersales.logistics.Warehouse;
import dev.aftersales.testing.ContractCheck;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.ServiceIT;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class OnServiceAuthorisedIT {

    @LocalServerPort
    int port;

    Warehouse warehouse;

    @BeforeEach
    void connect() {
        warehouse = Warehouse.at(port);
    }

    @Test
    void reservesAndReleasesWhatIsInStockAtOnce() {
        String part = warehouse.stocked(5);
        Claim claim = Claim.fresh();

        claim.authorised(4, line(1, part, 1), line(2, part, 2));

        List<Message> told = claim.tells("reserved S1, released S1");
        told.forEach(ContractCheck::keepsItsContract);
        assertThat(told)
                .extracting(message -> message.header("ce_id"))
                .containsExactly("logistics/" + claim.id() + "/1", "logistics/" + claim.id() + "/2");
        assertThat(told.getLast().<List<Integer>>at("$.lines")).containsExactly(1, 2);
        assertThat(told.getLast().<List<Integer>>at("$.parts[*].quantity")).containsExactly(3);
        assertThat(told.getLast().<Integer>at("$.customer.contactVersion")).isEqualTo(4);
        assertThat(warehouse.shipment(claim.shipment(1)).<String>at("$.state")).isEqualTo("RELEASED");
    }

    @Test
    void handlesADuplicateOnce() {
        String part = warehouse.stocked(5);
        Claim claim = Claim.fresh();

        claim.authorised(4, line(1, part, 1)).authorised(4, line(1, part, 1)).authorised(6, line(2, part, 1));

        // The later authorisation went behind the duplicate on the same partition.
        claim.tells("reserved S1, released S1, reserved S2, released S2");
        assertThat(warehouse.book(part, 1, "after").<Integer>at("$.stock.available"))
                .isEqualTo(4);
    }

    @Test
    void passesOverAnOlderAuthorisationAfterANewer() {
        String part = warehouse.stocked(5);
        Claim claim = Claim.fresh();

        claim.authorised(5, line(1, part, 1)).authorised(3, line(2, part, 1)).authorised(7, line(3, part, 1));

        claim.tells("reserved S1, released S1, reserved S2, released S2");
        assertThat(warehouse.shipment(claim.shipment(2)).<List<Integer>>at("$.lines[*].line"))
                .containsExactly(3);
    }

    @Test
    void sendsFurtherLinesAsAFurtherShipment() {
        String part = warehouse.stocked(5);
        Claim claim = Claim.fresh().authorised(4, line(1, part, 1));
        claim.tells("reserved S1, released S1");
        warehouse.confirmed(claim.shipment(1));

        claim.authorised(6, line(2, part, 1));

        claim.tells("reserved S1, released S1, reserved S2, released S2");
        assertThat(warehouse.shipment(claim.shipment(1)).<String>at("$.state")).isEqualTo("READY_FOR_CARRIER");
    }

    @Test
    void neverSendsALineTwice() {
        String part = warehouse.stocked(5);
        Claim claim = Claim.fresh();

        claim.authorised(4, line(1, part, 1)).authorised(6, line(1, part, 1), line(2, part, 1));

        List<Message> told = claim.tells("reserved S1, released S1, reserved S2, released S2");
        assertThat(told.getLast().<List<Integer>>at("$.lines")).containsExactly(2);
    }

    @Test
    void leavesLinesOfOtherRoutesAlone() {
        String part = warehouse.stocked(5);
        Claim claim = Claim.fresh();

        claim.authorised(
                4, "{\"line\":1,\"model\":\"WP-400\",\"route\":\"DEPOT_REPAIR\",\"parts\":[]}", line(2, part, 1));

        List<Message> told = claim.tells("reserved S1, released S1");
        assertThat(told.getLast().<List<Integer>>at("$.lines")).containsExactly(2);
    }

    @Test
    void backordersWhatIsNotThereAndNamesIt() {
        String here = warehouse.stocked(1);
        String missing = Claim.freshPart();
        Claim claim = Claim.fresh();

        claim.authorised(4, line(1, here, 1), line(2, missing, 2));

        List<Message> told = claim.tells("backordered S1");
        ContractCheck.keepsItsContract(told.getFirst());
        assertThat(told.getFirst().<List<String>>at("$.missing[*].part")).containsExactly(missing);
        assertThat(warehouse.book(here, 1, "after").<Integer>at("$.stock.available"))
                .isEqualTo(1);
    }

    @Test
    void takesNothingFromAnotherVendorsStock() {
        String part = warehouse.stocked(5);
        Claim foreign = Claim.of("agency");

        foreign.authorised(4, line(1, part, 1));

        foreign.tells("backordered S1");
        assertThat(warehouse.book(part, 1, "after").<Integer>at("$.stock.available"))
                .isEqualTo(6);
    }
}
