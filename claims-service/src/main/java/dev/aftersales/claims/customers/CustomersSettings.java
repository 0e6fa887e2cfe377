package dev.aftersales.claims.customers;

import jakarta.validation.constraints.NotBlank;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of customers.
 *
 * @param masterKey Base64 of the 32 bytes that wrap every person's key; a secret
 */
@Validated
@ConfigurationProperties("aftersales.customers")
record CustomersSettings(@NotBlank String masterKey) {

    private static final int BYTES = 32;

    /**
     * The key itself.
     *
     * @throws IllegalStateException when the setting is not 32 bytes in Base64
     */
    byte[] masterKeyBytes() {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(masterKey.strip());
        } catch (IllegalArgumentException e) {
            throw notUsable();
        }
        if (key.length != BYTES) {
            throw notUsable();
        }
        return key;
    }

    private static IllegalStateException notUsable() {
        return new IllegalStateException(
                "aftersales.customers.master-key must be 32 bytes in Base64 (make one with: openssl rand -base64 32)");
    }

    @Override
    public String toString() {
        return "CustomersSettings[withheld]";
    }
}
