package dev.aftersales.benchmarks.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StoreCommandsTest {

    @Test
    void countsByServiceCommandAndCollection() {
        Map<String, Double> counts = new TreeMap<>();

        StoreCommands.add("claims-service", """
                # TYPE mongodb_driver_commands_seconds summary
                mongodb_driver_commands_seconds_count{collection="claims",command="insert",status="SUCCESS"} 3
                mongodb_driver_commands_seconds_sum{collection="claims",command="insert",status="SUCCESS"} 0.5
                mongodb_driver_commands_seconds_count{collection="claims",command="insert",status="FAILED"} 1
                mongodb_driver_commands_seconds_count{collection="claims",command="find",status="SUCCESS"} 9
                """, counts);

        assertThat(counts).isEqualTo(Map.of("claims-service insert claims", 4.0, "claims-service find claims", 9.0));
    }

    @Test
    void onlyWhatChangesSomethingIsAWrite() {
        StoreCommands commands =
                new StoreCommands(Map.of("s find c", 5.0, "s insert c", 2.0, "s findAndModify c", 1.0));

        assertThat(commands.writes().total()).isEqualTo(3);
    }

    @Test
    void whatAnIdleSuiteSendsIsTakenOffForTheWholeTime() {
        StoreCommands idle = new StoreCommands(Map.of("s update leases", 2.0));
        StoreCommands all = new StoreCommands(Map.of("s update leases", 8.0, "s insert c", 4.0));

        assertThat(all.without(idle, 3).total()).isEqualTo(6);
    }
}
