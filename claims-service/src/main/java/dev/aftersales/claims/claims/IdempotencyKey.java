package dev.aftersales.claims.claims;

import dev.aftersales.chassis.problems.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a client names a request by, so that it can be repeated without being done twice.
 *
 * @param value 1 to 255 visible characters
 */
record IdempotencyKey(String value) {

    static final int MAX_LENGTH = 255;

    /**
     * The key of the header {@code Idempotency-Key}.
     *
     * @throws dev.aftersales.chassis.problems.ProblemException 400 when it is missing, blank, too long or not visible
     */
    static IdempotencyKey of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Problem.status(400)
                    .type("idempotency-key-needed")
                    .title("The request has no Idempotency-Key")
                    .detail("Send a header Idempotency-Key with a value of your own for each new claim (a UUID, say),"
                            + " and the same value when you repeat the request.")
                    .exception();
        }
        String key = header.strip();
        if (key.length() > MAX_LENGTH || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw Problem.status(400)
                    .type("idempotency-key-invalid")
                    .title("The Idempotency-Key is not usable")
                    .detail("It has 1 to " + MAX_LENGTH + " visible ASCII characters.")
                    .exception();
        }
        return new IdempotencyKey(key);
    }
}
