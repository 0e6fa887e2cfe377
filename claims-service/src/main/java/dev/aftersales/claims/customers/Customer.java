package dev.aftersales.claims.customers;

import org.jspecify.annotations.Nullable;

/**
 * A person as a vendor's customer. The contact stands here only sealed.
 *
 * @param person the token's subject
 * @param organisation the customer company that the person last acted for; absent where the token named none, and of a
 *     customer who has not been heard of since companies are kept
 * @param version of the contact, from 1: the sequence of the event that told it
 * @param keyId of the person's key
 * @param sealedContact see {@link dev.aftersales.chassis.contacts.ContactCipher}
 */
record Customer(
        String id,
        String vendor,
        String person,
        @Nullable String organisation,
        long version,
        String keyId,
        String sealedContact) {

    Customer of(@Nullable String company) {
        return new Customer(id, vendor, person, company, version, keyId, sealedContact);
    }
}
