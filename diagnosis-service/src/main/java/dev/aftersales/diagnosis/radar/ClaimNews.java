package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.claims.ClaimSubmitted;
import dev.aftersales.contracts.events.claims.ClaimWithdrawn;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.DiagnosisRequested;
import dev.aftersales.contracts.events.claims.EvidenceReceived;
import dev.aftersales.contracts.events.diagnosis.DiagnosisCompleted;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is new of a claim, checked for all that is counted by. */
sealed interface ClaimNews {

    String claimId();

    /** It was submitted. */
    record Submitted(ClaimSubmitted event) implements ClaimNews {

        public Submitted {
            Objects.requireNonNull(event.claimId(), "claimId");
            Objects.requireNonNull(event.organisation(), "organisation");
            Objects.requireNonNull(event.model(), "model");
            Objects.requireNonNull(event.faultCode(), "faultCode");
            Heard.reckonable(Objects.requireNonNull(event.submittedAt(), "submittedAt"), "submittedAt");
            event.lines().forEach(line -> checked(line.serial()));
        }

        @Override
        public String claimId() {
            return event.claimId();
        }
    }

    /**
     * Somebody said serials.
     *
     * @param serials by number of the line
     * @param at when, in business time
     */
    record Identified(String claimId, Map<Integer, String> serials, Instant at) implements ClaimNews {
        public Identified {
            Objects.requireNonNull(claimId, "claimId");
            serials = Map.copyOf(serials);
        }

        private static Identified of(String claimId, Map<Integer, @Nullable String> known, Instant at) {
            Map<Integer, String> serials = new HashMap<>();
            known.forEach((line, serial) -> {
                if (checked(serial) != null) {
                    serials.put(line, serial);
                }
            });
            return new Identified(claimId, serials, at);
        }

        static Identified of(CoverageDecided decided, Instant at) {
            Map<Integer, @Nullable String> known = new HashMap<>();
            for (CoverageDecided.Line line : decided.lines()) {
                known.put(line.line(), line.serial());
            }
            return of(decided.claimId(), known, at);
        }

        SeenClaim in(SeenClaim claim) {
            SeenClaim now = claim;
            for (var line : serials.entrySet()) {
                now = now.identified(line.getKey(), line.getValue(), at);
            }
            return now;
        }
    }

    /**
     * Lines stand otherwise than they were claimed: with their serials, or others, with what is left of a quantity, and as
     * new lines of units that were part of one.
     *
     * @param at when that was said, in business time
     */
    record Restated(String claimId, List<UnitLine> lines, Instant at) implements ClaimNews {
        public Restated {
            Objects.requireNonNull(claimId, "claimId");
            lines = List.copyOf(lines);
            lines.forEach(line -> checked(line.serial()));
        }

        static Restated of(EvidenceReceived received, Instant at) {
            return new Restated(received.claimId(), Objects.requireNonNullElse(received.lines(), List.of()), at);
        }

        static Restated of(DiagnosisRequested requested, Instant at) {
            return new Restated(requested.claimId(), requested.lines(), at);
        }

        SeenClaim in(SeenClaim claim) {
            return claim.restated(lines, at);
        }
    }

    /**
     * Lines were taken back.
     *
     * @param lines by number
     */
    record Withdrawn(String claimId, List<Integer> lines) implements ClaimNews {
        public Withdrawn {
            Objects.requireNonNull(claimId, "claimId");
            lines = List.copyOf(lines);
        }

        static Withdrawn of(ClaimWithdrawn withdrawn) {
            return new Withdrawn(withdrawn.claimId(), withdrawn.lines());
        }

        SeenClaim in(SeenClaim claim) {
            SeenClaim now = claim;
            for (Integer line : lines) {
                now = now.withdrawn(line);
            }
            return now;
        }
    }

    /**
     * A diagnosis said of which families its faults are.
     *
     * @param families by number of the line; of none where no other family was found
     * @param at when, in business time
     */
    record Diagnosed(String claimId, Map<Integer, String> families, Instant at) implements ClaimNews {

        public Diagnosed {
            Objects.requireNonNull(claimId, "claimId");
            families = Map.copyOf(families);
        }

        static Diagnosed of(DiagnosisCompleted completed, Instant at) {
            Map<Integer, String> families = new HashMap<>();
            for (DiagnosisCompleted.Line line : completed.lines()) {
                if (line.faultFamily() != null) {
                    families.put(line.line(), line.faultFamily());
                }
            }
            return new Diagnosed(completed.claimId(), families, at);
        }

        SeenClaim in(SeenClaim claim) {
            SeenClaim now = claim;
            for (var line : families.entrySet()) {
                now = now.diagnosed(line.getKey(), line.getValue(), at);
            }
            return now;
        }
    }

    /** A line break would end a serial within the keys that units are counted under. */
    private static @Nullable String checked(@Nullable String serial) {
        if (serial != null && serial.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("serial");
        }
        return serial;
    }
}
