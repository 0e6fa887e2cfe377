package dev.aftersales.diagnosis.catalogue;

import dev.aftersales.chassis.problems.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A place in a list ordered by fault code; opaque to callers. */
record CodeCursor(String code) {

    String encode() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(code.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place that a caller handed back.
     *
     * @throws dev.aftersales.chassis.problems.ProblemException 400 {@code bad-cursor}
     */
    static CodeCursor decode(String text) {
        try {
            return new CodeCursor(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw Problem.status(400)
                    .type("bad-cursor")
                    .title("The cursor is not one of ours")
                    .detail("Hand back the \"next\" of the page before, unchanged, or leave the cursor out.")
                    .exception();
        }
    }
}
