package dev.aftersales.endtoend.ledger;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A claim that a caller tried to make, as often as it took. */
public record Tried(String serial, List<Attempt> attempts) {

    public Tried {
        attempts = List.copyOf(attempts);
    }

    /** The ids with which it was accepted; more than one means that one key made several claims. */
    public Set<String> accepted() {
        return attempts.stream()
                .map(Attempt::outcome)
                .filter(Outcome.Accepted.class::isInstance)
                .map(outcome -> ((Outcome.Accepted) outcome).id())
                .collect(Collectors.toSet());
    }

    /** Whether every attempt was refused for good, so that the suite may hold nothing of it. */
    boolean refused() {
        return attempts.stream().allMatch(attempt -> attempt.outcome() instanceof Outcome.Refused);
    }
}
