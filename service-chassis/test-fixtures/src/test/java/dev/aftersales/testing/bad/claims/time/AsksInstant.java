package dev.aftersales.testing.bad.claims.time;

class AsksInstant {
    Object now() {
        return java.time.Instant.now();
    }
}
