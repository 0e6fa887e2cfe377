package dev.aftersales.benchmarks.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessFilesTest {

    @Test
    void countsUserAndKernelTimeBehindAnyCommandName() {
        String stat = "4711 (a (strange) na) me) S 1 2 3 4 5 6 7 8 9 10 250 50 1 1 20 0 30 0 100";

        assertThat(ProcessFiles.cpuMillis(stat)).isEqualTo(3_000);
    }

    @Test
    void machineIsBusyWithEverythingButIdlingAndWaiting() {
        assertThat(ProcessFiles.machineMillis("cpu  100 10 50 9000 800 5 5 30 7 7\ncpu0 1 1 1 1\n"))
                .isEqualTo(2_000);
    }

    @Test
    void readsResidentAndProportionalSet() {
        Memory memory = ProcessFiles.memory("""
                55d0c0000000-7ffe00000000 ---p 00000000 00:00 0    [rollup]
                Rss:              301234 kB
                Pss:              290000 kB
                """);

        assertThat(memory).isEqualTo(new Memory(301_234 * 1024, 290_000 * 1024));
    }

    @Test
    void idleUseIsTakenOffForTheWholeInterval() {
        CpuUse idle = new CpuUse(20, Map.of("claims-service", 200L, "broker", 400L), 0, 0);
        CpuUse busy = new CpuUse(100, Map.of("claims-service", 6_000L, "broker", 4_000L), 1_000, 21_000);

        assertThat(busy.grossPerClaim(500)).isEqualTo(20);
        assertThat(busy.netPerClaim(500, idle)).isEqualTo(14);
        assertThat(busy.perClaim(500, idle)).isEqualTo(Map.of("claims-service", 10.0, "broker", 4.0));
        assertThat(busy.processorsOfOthers()).isEqualTo(0.1);
    }

    @Test
    void useIsTheDifferenceOfTwoReadings() {
        CpuReading earlier = new CpuReading(1_000_000_000, Map.of("store", 50L), 10, 100);

        CpuUse use = new CpuReading(3_000_000_000L, Map.of("store", 80L), 15, 200).since(earlier);

        assertThat(use).isEqualTo(new CpuUse(2, Map.of("store", 30L), 5, 100));
    }
}
