package dev.aftersales.testing.bad.claims.time;

class UsesOldDate {
    Object now() {
        return java.util.Date.from(java.time.Instant.EPOCH);
    }
}
