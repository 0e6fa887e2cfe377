package dev.aftersales.claims.adjudication.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways that claims may come; for people to read. */
public record Intake(String clause, @Nullable String reading, List<String> channels) {
    public Intake {
        channels = List.copyOf(channels);
    }
}
