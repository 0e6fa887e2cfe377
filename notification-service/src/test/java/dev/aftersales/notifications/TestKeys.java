package dev.aftersales.notifications;

import dev.aftersales.chassis.contacts.CustomerKeys;
import dev.aftersales.chassis.store.FellowUnavailable;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The keys of the tests' customers, in the place of claims-service. */
public final class TestKeys implements CustomerKeys {

    private final Map<String, byte[]> keys = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private volatile boolean down;

    /** The customer's key, made when first asked for. */
    public byte[] make(String customer) {
        return keys.computeIfAbsent(customer, id -> {
            byte[] key = new byte[32];
            random.nextBytes(key);
            return key;
        });
    }

    public void erase(String customer) {
        keys.remove(customer);
    }

    public void down(boolean isDown) {
        down = isDown;
    }

    @Override
    public Optional<byte[]> of(String customerId, String keyId) {
        if (down) {
            throw new FellowUnavailable("claims-service", new IOException("down"));
        }
        return Optional.ofNullable(keys.get(customerId));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        TestKeys testKeys() {
            return new TestKeys();
        }
    }
}
