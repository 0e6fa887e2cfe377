package dev.aftersales.testing.bad.claims.requests;

import jakarta.validation.constraints.NotNull;

class AtTheTypeOfAParameter {
    void take(AtTheType.@NotNull Kind kind) {}
}
