package dev.aftersales.chassis.contacts;

import org.jspecify.annotations.Nullable;

/**
 * How to reach a person. Never logged, never in an event; {@code toString} shows nothing of it.
 *
 * @param language tag of the language to write in, for example {@code en} or {@code zh}
 */
public record Contact(
        String name,
        String email,
        @Nullable String phone,
        @Nullable Address address,
        String language) {

    /** A postal address. */
    public record Address(
            String recipient,
            String street,
            String city,
            @Nullable String postalCode,
            String country) {
        @Override
        public String toString() {
            return "Address[withheld]";
        }
    }

    @Override
    public String toString() {
        return "Contact[withheld]";
    }
}
