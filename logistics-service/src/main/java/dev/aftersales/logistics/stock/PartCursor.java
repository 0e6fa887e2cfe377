package dev.aftersales.logistics.stock;

import dev.aftersales.chassis.problems.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A place in a list ordered by part number. Opaque to callers. */
record PartCursor(String part) {

    String encode() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place that a caller handed back.
     *
     * @throws dev.aftersales.chassis.problems.ProblemException 400 {@code bad-cursor}
     */
    static PartCursor decode(String text) {
        try {
            return new PartCursor(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw Problem.status(400)
                    .type("bad-cursor")
                    .title("The cursor is not one of ours")
                    .detail("Hand back the \"next\" of the page before, unchanged, or leave the cursor out.")
                    .exception();
        }
    }
}
