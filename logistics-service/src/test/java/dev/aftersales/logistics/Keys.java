package dev.aftersales.logistics;

import dev.aftersales.chassis.contacts.CustomerKeys;
import dev.aftersales.chassis.store.FellowUnavailable;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Serves one key for everybody, as claims-service would, until a customer is erased or it does not answer. */
@Component
public class Keys implements CustomerKeys {

    /** The key of every contact that tests seal. */
    public static final byte[] KEY = new byte[32];

    private final Set<String> erased = ConcurrentHashMap.newKeySet();
    private final Set<String> unavailable = ConcurrentHashMap.newKeySet();

    @Override
    public Optional<byte[]> of(String customerId, String keyId) {
        if (unavailable.contains(customerId)) {
            throw new FellowUnavailable("claims-service", new IllegalStateException("down"));
        }
        return erased.contains(customerId) ? Optional.empty() : Optional.of(KEY);
    }

    public void erase(String customerId) {
        erased.add(customerId);
    }

    public void goesDownFor(String customerId) {
        unavailable.add(customerId);
    }
}
