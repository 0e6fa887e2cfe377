package dev.aftersales.chassis.paging;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.problems.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How a cursor looks to callers: text that fits into a URL and says nothing. */
final class OpaqueText {

    private OpaqueText() {}

    static String encode(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if the text was not made by {@link #encode} */
    static String decode(String text) {
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        // Most words are base64 of something: of what nobody encoded, the bytes are no text.
        if (!encode(plain).equals(text)) {
            throw new IllegalArgumentException("not encoded here");
        }
        return plain;
    }

    /** 400 {@code bad-cursor}. */
    static ProblemException refusal() {
        return Problem.status(400)
                .type("bad-cursor")
                .title("The cursor is not one of ours")
                .detail("Hand back the \"next\" of the page before, unchanged, or leave the cursor out.")
                .exception();
    }
}
