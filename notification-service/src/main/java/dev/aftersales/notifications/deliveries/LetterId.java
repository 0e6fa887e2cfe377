package dev.aftersales.notifications.deliveries;

import dev.aftersales.notifications.templates.Template;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of letters: the same matter (mostly an event), template and recipient make the same one, so that a repeat finds it. */
final class LetterId {

    private static final int BYTES = 16;

    private LetterId() {}

    static String of(String matter, Template template, Recipient to) {
        String recipient =
                switch (to) {
                    case Recipient.OfCustomer customer -> customer.customer().id();
                    // No customer's id has a slash.
                    case Recipient.OfTeam team -> "team/" + team.team().id();
                };
        // No part holds a line break, so that none runs into the next.
        String parts = String.join("\n", matter, template.id(), recipient);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(parts.getBytes(StandardCharsets.UTF_8));
            return "ntf-" + HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
