package dev.aftersales.testing.good.claims.requests;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;

record Declared(@NotNull Kind kind, @NotNull List<@NotNull @Valid Declared> more) {
    enum Kind {
        ONE
    }

    void take(@NotNull Kind other) {}
}
