package dev.aftersales.testing.bad.claims.requests;

import jakarta.validation.constraints.NotNull;

record AtTheType(AtTheType.@NotNull Kind kind) {
    enum Kind {
        ONE
    }
}
