package dev.aftersales.testing.bad.claims.time;

class AsksMillis {
    Object now() {
        return System.currentTimeMillis();
    }
}
