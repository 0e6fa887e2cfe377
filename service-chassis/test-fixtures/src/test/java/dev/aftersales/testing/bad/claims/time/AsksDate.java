package dev.aftersales.testing.bad.claims.time;

class AsksDate {
    Object now() {
        return java.time.LocalDate.now(java.time.ZoneOffset.UTC);
    }
}
