package dev.aftersales.claims.adjudication.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may grant goodwill beside a verdict: roles of the suite, as tokens name them. */
public record Overrides(List<String> roles, @Nullable String reading) {
    public Overrides {
        roles = List.copyOf(roles);
    }
}
