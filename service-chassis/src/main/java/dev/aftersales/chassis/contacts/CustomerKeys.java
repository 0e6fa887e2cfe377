package dev.aftersales.chassis.contacts;

import java.util.Optional;

/** Where the keys of contact snapshots come from. */
@FunctionalInterface
public interface CustomerKeys {

    /**
     * The person's key; empty when the person was erased.
     *
     * @throws dev.aftersales.chassis.store.FellowUnavailable when claims-service does not answer
     */
    Optional<byte[]> of(String customerId, String keyId);
}
