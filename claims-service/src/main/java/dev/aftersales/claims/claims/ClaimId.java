package dev.aftersales.claims.claims;

import dev.aftersales.claims.identity.DerivedId;

/** The id of a claim follows from who asked with which key, so that the same request can make only one claim. */
final class ClaimId {

    private ClaimId() {}

    static String of(String vendor, String person, IdempotencyKey key) {
        return DerivedId.of("clm", vendor, person, key.value());
    }
}
