package dev.aftersales.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import java.util.Locale;
import java.util.UUID;

/** Entries of the fault catalogue, put as a policy administrator does. */
public final class Faults {

    private Faults() {}

    /** A code that no other test knows. */
    public static String freshCode() {
        return "F-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    }

    /** An entry of one part worth 40.00 EUR under a cap of 50.00 EUR. */
    public static String body(int limitPerSerial) {
        return body("40.00", "50.00", limitPerSerial);
    }

    public static String body(String value, String cap, int limitPerSerial) {
        return """
                {"models":["WP-400"],"presumedCause":"WORKMANSHIP","faultClass":"SIMPLE","disposition":"PARTS",
                 "parts":[{"part":"WP4-PSU-24V","quantity":1,"value":{"amount":"%s","currency":"EUR"}}],
                 "valueCap":{"amount":"%s","currency":"EUR"},"limitPerSerial":{"count":%d,"days":90}}
                """.formatted(value, cap, limitPerSerial);
    }

    /** A fresh code in the catalogue of vendor exporter. */
    public static String known(Api api, String body) {
        String code = freshCode();
        assertThat(api.as(People.PETRA)
                        .put("/api/v1/fault-catalogue/" + code, body)
                        .status())
                .isEqualTo(201);
        return code;
    }
}
