package dev.aftersales.chassis.contacts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.aftersales.chassis.store.FellowUnavailable;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Fetches keys from claims-service, and keeps them for a minute: so long may an erasure take to reach everybody. */
final class FellowCustomerKeys implements CustomerKeys {

    private final RestClient claims;
    private final Cache<String, byte[]> recent = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    FellowCustomerKeys(RestClient claims) {
        this.claims = claims;
    }

    /** What claims-service answers. */
    record KeyAnswer(String keyId, String key) {}

    @Override
    public Optional<byte[]> of(String customerId, String keyId) {
        byte[] known = recent.getIfPresent(keyId);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            KeyAnswer answer = claims.get()
                    .uri("/internal/v1/customer-keys/{id}", customerId)
                    .retrieve()
                    .body(KeyAnswer.class);
            if (answer == null || !answer.keyId().equals(keyId)) {
                return Optional.empty();
            }
            byte[] key = Base64.getDecoder().decode(answer.key());
            recent.put(keyId, key);
            return Optional.of(key);
        } catch (HttpClientErrorException.NotFound erased) {
            return Optional.empty();
        } catch (RestClientException | OAuth2AuthorizationException e) {
            throw new FellowUnavailable("claims-service", e);
        }
    }
}
