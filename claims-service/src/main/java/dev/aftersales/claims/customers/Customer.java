package dev.aftersales.claims.customers;

/**
 * A person as a vendor's customer. The contact stands here only sealed.
 *
 * @param person the token's subject
 * @param version of the contact, from 1: the sequence of the event that told it
 * @param keyId of the person's key
 * @param sealedContact see {@link dev.aftersales.chassis.contacts.ContactCipher}
 */
record Customer(String id, String vendor, String person, long version, String keyId, String sealedContact) {}
