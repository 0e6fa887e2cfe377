package dev.aftersales.contracts.events.customers;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;

/**
 * A contact snapshot. The record's sequence is the version of the contact.
 *
 * @param keyId names the person's key, which claims-service serves to its fellows; erasure destroys it
 * @param cipher Base64 of a 12-byte nonce followed by the AES-256-GCM text of the contact JSON: name, email, phone, address, language
 */
@EventContract(type = "customers.customer-updated.v1", topic = Topic.CUSTOMERS)
public record CustomerUpdated(String customerId, String vendor, long version, String keyId, String cipher)
        implements Event {}
