package dev.aftersales.claims.customers;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Role;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands a person's key to fellow services, which keep contacts sealed; never routed by the gateway. */
@RestController
class CustomerKeysController {

    private final PersonKeys keys;

    CustomerKeysController(PersonKeys keys) {
        this.keys = keys;
    }

    /** @param key Base64 */
    record KeyView(String keyId, String key) {
        @Override
        public String toString() {
            return "KeyView[" + keyId + "]";
        }
    }

    @Allowed(Role.SERVICE)
    @GetMapping("/internal/v1/customer-keys/{customerId}")
    ResponseEntity<KeyView> key(@PathVariable String customerId) {
        return keys.find(customerId)
                .map(key -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(new KeyView(key.id(), Base64.getEncoder().encodeToString(key.bytes()))))
                .orElseThrow(() -> Problem.notFound("customer", customerId).exception());
    }
}
