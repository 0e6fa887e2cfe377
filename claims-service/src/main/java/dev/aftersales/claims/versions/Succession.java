package dev.aftersales.claims.versions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In which order a vendor's versions take effect, beyond those that came with the service. That a version is set to take
 * effect is decided in one write of this document, so of two activations at once the later sees the earlier.
 *
 * @param steps oldest first; each takes effect after the one before
 */
record Succession(String vendor, List<Step> steps) {
    Succession {
        steps = List.copyOf(steps);
    }

    /**
     * A version in its place.
     *
     * @param sha256 of the pack that was activated
     */
    record Step(String version, Instant effectiveFrom, String sha256, String by, Instant at) {}

    Optional<Step> last() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }

    Succession and(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new Succession(vendor, more);
    }

    Succession without(Step step) {
        return new Succession(
                vendor, steps.stream().filter(one -> !one.equals(step)).toList());
    }
}
