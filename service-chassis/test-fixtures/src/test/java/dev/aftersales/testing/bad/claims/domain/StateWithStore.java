package dev.aftersales.testing.bad.claims.domain;

sealed interface StateWithStore {
    final class Open implements StateWithStore {
        org.bson.Document document() {
            return new org.bson.Document();
        }
    }
}
