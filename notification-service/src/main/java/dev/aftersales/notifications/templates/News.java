package dev.aftersales.notifications.templates;

import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.claims.CoverageDecided.Explanation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the customer is told, one kind for each template. Holds ids and facts of the claim, never a person's data. */
public sealed interface News {

    /** The words for it. */
    Template template();

    /** The claim is in hand (A4.3). */
    record ClaimReceived(String contractNumber, String model, String faultCode, List<UnitLine> lines) implements News {
        public ClaimReceived {
            lines = List.copyOf(lines);
        }

        @Override
        public Template template() {
            return Template.CLAIM_RECEIVED;
        }
    }

    /** The claim cannot be judged without more evidence (A4.2). */
    record EvidenceRequested(List<Item> items) implements News {
        public EvidenceRequested {
            items = List.copyOf(items);
        }

        @Override
        public Template template() {
            return Template.EVIDENCE_REQUESTED;
        }

        /**
         * One thing that is missing.
         *
         * @param item as the policy names it, for example {@code PHOTO_OR_VIDEO}
         * @param line that lacks it; absent when the whole claim does
         */
        public record Item(
                String clause, String item, @Nullable Integer line) {}
    }

    /**
     * Who pays, line by line.
     *
     * @param explanations the reasons, each once for all lines that name it; a letter of before there were any has none
     */
    record CoverageDecided(
            String policyVersion,
            List<Line> lines,
            @Nullable List<Explanation> explanations) implements News {
        public CoverageDecided {
            lines = List.copyOf(lines);
            explanations = explanations == null ? List.of() : List.copyOf(explanations);
        }

        /** Never absent. */
        @Override
        public List<Explanation> explanations() {
            return explanations == null ? List.of() : explanations;
        }

        @Override
        public Template template() {
            return Template.COVERAGE_DECIDED;
        }

        /**
         * The verdict on one line.
         *
         * @param route how it will be served; only with a covered verdict
         * @param explanationId names its reasons; absent in a letter of before there were any
         */
        public record Line(
                int line,
                @Nullable String serial,
                Verdict verdict,
                @Nullable Route route,
                List<String> clauses,
                @Nullable String explanationId) {
            public Line {
                clauses = List.copyOf(clauses);
            }
        }
    }

    /** Parts have to be waited for. */
    record PartsBackordered(List<Integer> lines, List<PartQuantity> missing) implements News {
        public PartsBackordered {
            lines = List.copyOf(lines);
            missing = List.copyOf(missing);
        }

        @Override
        public Template template() {
            return Template.PARTS_BACKORDERED;
        }
    }

    /** The warehouse packs the parts. */
    record PartsReleased(List<Integer> lines, List<PartQuantity> parts) implements News {
        public PartsReleased {
            lines = List.copyOf(lines);
            parts = List.copyOf(parts);
        }

        @Override
        public Template template() {
            return Template.PARTS_RELEASED;
        }
    }

    /** The carrier has the parcel (A4.5). */
    record PartsDispatched(List<Integer> lines, String carrier, String trackingNumber, Instant dispatchedAt)
            implements News {
        public PartsDispatched {
            lines = List.copyOf(lines);
        }

        @Override
        public Template template() {
            return Template.PARTS_DISPATCHED;
        }
    }

    /** The carrier handed the parcel over. */
    record Delivered(List<Integer> lines, Instant deliveredAt) implements News {
        public Delivered {
            lines = List.copyOf(lines);
        }

        @Override
        public Template template() {
            return Template.DELIVERED;
        }
    }

    /** Nothing is left to do. */
    record ClaimClosed(Instant closedAt) implements News {
        @Override
        public Template template() {
            return Template.CLAIM_CLOSED;
        }
    }
}
