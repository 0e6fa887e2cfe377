package dev.aftersales.diagnosis.batches;

import dev.aftersales.contracts.events.logistics.EmergencyPartsReserved.ReservedPart;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a plan has effected so far, as logistics says. It ends with the issue.
 *
 * @param parts as they stood last
 * @param reservedAt since when; absent while nothing is
 * @param releasedAt when what was still reserved was let go; absent while it is not
 * @param shippingHold absent where there is none
 */
record PlanEffects(
        List<Part> parts,
        @Nullable Instant reservedAt,
        @Nullable Instant releasedAt,
        @Nullable Hold shippingHold) {

    PlanEffects {
        parts = List.copyOf(parts);
    }

    /**
     * A spare part of the plan; what is missing is taken as goods arrive.
     *
     * @param wanted pieces in all
     * @param reserved pieces that are still held
     * @param served pieces that orders of the issue's claims have; absent where that was not told apart, and they are among
     *     the reserved ones
     * @param missing of what is wanted
     */
    record Part(
            String part, int wanted, int reserved, @Nullable Integer served, int missing) {

        static Part of(ReservedPart told) {
            return new Part(
                    told.part(),
                    told.wanted(),
                    told.reserved() - Objects.requireNonNullElse(told.served(), 0),
                    told.served(),
                    Math.max(0, told.wanted() - told.reserved()));
        }
    }

    /**
     * Stock that is not shipped.
     *
     * @param lots none where it is all stock of the model
     * @param endedAt from when it was shipped again; absent while it is held
     */
    record Hold(
            String model,
            List<String> lots,
            Instant since,
            @Nullable Instant endedAt) {

        Hold {
            lots = List.copyOf(lots);
        }

        static Hold of(Supplies.ShippingHold told, @Nullable Instant endedAt) {
            return new Hold(told.model(), told.lots(), told.since(), endedAt);
        }
    }

    static PlanEffects of(IssueFile issue, @Nullable Resolution resolution) {
        Supplies supplies = issue.supplies();
        Instant ended = resolution == null ? null : resolution.at();
        Supplies.ShippingHold hold = supplies.hold();
        return new PlanEffects(
                supplies.reserved().stream().map(Part::of).toList(),
                supplies.reservedAt(),
                supplies.reservedAt() == null ? null : ended,
                hold == null ? null : Hold.of(hold, ended));
    }
}
