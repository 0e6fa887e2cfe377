package dev.aftersales.benchmarks.usage;

/**
 * Memory in bytes.
 *
 * @param resident pages in memory, those shared with other processes counted in each of them
 * @param proportional the same, each shared page divided among those who share it
 */
public record Memory(long resident, long proportional) {

    public Memory plus(Memory other) {
        return new Memory(resident + other.resident, proportional + other.proportional);
    }
}
