package dev.aftersales.benchmarks.usage;

import java.util.Map;
import java.util.stream.Collectors;

/** What stands in a process' files under /proc (proc(5)). */
final class ProcessFiles {

    /** Fields after the command's closing parenthesis, counted from 0: utime and stime are the 14th and 15th of all. */
    private static final int USER_TIME = 11;

    private static final int SYSTEM_TIME = 12;

    /** USER_HZ, which Linux shows to programs as 100 on every common platform, whatever the kernel ticks at. */
    private static final long MILLIS_PER_TICK = 10;

    private static final long KILOBYTE = 1024;

    private ProcessFiles() {}

    /**
     * Processor time that the process has used in user and kernel mode, in milliseconds (steps of 10).
     *
     * @param stat the text of {@code /proc/<pid>/stat}; the command in it may hold blanks and parentheses
     */
    static long cpuMillis(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) * MILLIS_PER_TICK;
    }

    /**
     * Time that all processors together have been busy, in milliseconds.
     *
     * @param stat the text of {@code /proc/stat}
     */
    static long machineMillis(String stat) {
        String[] fields = stat.lines().findFirst().orElseThrow().split(" +");
        long ticks = 0;
        // user, nice, system, [idle, iowait,] irq, softirq, steal; guests stand in user and nice already.
        for (int field : new int[] {1, 2, 3, 6, 7, 8}) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks * MILLIS_PER_TICK;
    }

    /**
     * Resident and proportional set in bytes.
     *
     * @param rollup the text of {@code /proc/<pid>/smaps_rollup}
     */
    static Memory memory(String rollup) {
        Map<String, Long> kilobytes = rollup.lines()
                .filter(line -> line.endsWith(" kB"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')),
                        line -> Long.parseLong(line.substring(line.indexOf(':') + 1, line.length() - " kB".length())
                                .strip())));
        return new Memory(kilobytes.getOrDefault("Rss", 0L) * KILOBYTE, kilobytes.getOrDefault("Pss", 0L) * KILOBYTE);
    }
}
