package dev.aftersales.contracts.events;

/**
 * Who is to be told, without saying who that is.
 *
 * @param id the customer at this vendor
 * @param contactVersion the version of the contact snapshot on the {@code customers} topic that must be known first
 */
public record CustomerRef(String id, long contactVersion) {
    public CustomerRef {
        if (id.isBlank()) {
            throw new IllegalArgumentException("customer id is blank");
        }
        if (contactVersion < 1) {
            throw new IllegalArgumentException("contact versions start at 1");
        }
    }
}
