package dev.aftersales.diagnosis.catalogue;

/**
 * How often one serial may go through on one fault code without a person: a unit that fails the same way again and again
 * is no case for another parcel.
 *
 * @param count times, this one included; 0 sends every claim to a technician
 * @param days looked back from now, elapsed days of 24 hours
 */
public record SerialLimit(int count, int days) {
    public SerialLimit {
        if (count < 0) {
            throw new IllegalArgumentException("a limit is not negative");
        }
        if (days < 1) {
            throw new IllegalArgumentException("a limit looks back at least a day");
        }
    }
}
