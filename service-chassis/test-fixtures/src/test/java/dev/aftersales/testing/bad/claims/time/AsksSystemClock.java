package dev.aftersales.testing.bad.claims.time;

class AsksSystemClock {
    Object now() {
        return java.time.Clock.systemUTC();
    }
}
