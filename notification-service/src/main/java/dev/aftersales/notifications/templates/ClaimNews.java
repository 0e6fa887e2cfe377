package dev.aftersales.notifications.templates;

import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.claims.CoverageDecided.Charge;
import dev.aftersales.contracts.events.claims.CoverageDecided.DisputeAnswer;
import dev.aftersales.contracts.events.claims.CoverageDecided.Explanation;
import dev.aftersales.contracts.events.claims.CoverageDecided.Goodwill;
import dev.aftersales.contracts.events.claims.CoverageDecided.SendBy;
import dev.aftersales.contracts.events.claims.CoverageDecided.Words;
import dev.aftersales.contracts.events.claims.DisputeDecided.Outcome;
import dev.aftersales.contracts.events.claims.DisputeDecided.Standing;
import dev.aftersales.contracts.events.claims.QuoteIssued.Item;
import dev.aftersales.contracts.events.claims.WithdrawnQuote;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody is told of a claim: how it is judged, and what is sent. */
public sealed interface ClaimNews extends News {

    /**
     * The claim is in hand (A4.3).
     *
     * @param contractNumber absent when the claim is judged without a contract
     */
    record ClaimReceived(@Nullable String contractNumber, String model, String faultCode, List<UnitLine> lines)
            implements ClaimNews {
        public ClaimReceived {
            lines = List.copyOf(lines);
        }

        @Override
        public Template template() {
            return Template.CLAIM_RECEIVED;
        }
    }

    /** The claim cannot be judged without more evidence (A4.2). */
    record EvidenceRequested(List<Item> items) implements ClaimNews {
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
         * @param words what people call it; absent in a letter of before there were any
         */
        public record Item(
                String clause,
                String item,
                @Nullable Integer line,
                @Nullable Words words) {}
    }

    /**
     * Who pays, line by line.
     *
     * @param explanations the reasons, each once for all lines that name it; a letter of before there were any has none
     * @param dispute that led to it; absent when none did
     * @param withdrawn quotes that stand no longer because of it; absent when none
     * @param explained true where a person has said why in words that are read with the decision; absent otherwise
     */
    record CoverageDecided(
            String policyVersion,
            List<Line> lines,
            @Nullable List<Explanation> explanations,
            @Nullable DisputeAnswer dispute,
            @Nullable List<WithdrawnQuote> withdrawn,
            @Nullable Boolean explained)
            implements ClaimNews {
        public CoverageDecided {
            withdrawn = withdrawn == null ? null : List.copyOf(withdrawn);
            lines = List.copyOf(lines);
            explanations = explanations == null ? List.of() : List.copyOf(explanations);
        }

        /** A decision to which nobody has said more. */
        public CoverageDecided(
                String policyVersion,
                List<Line> lines,
                @Nullable List<Explanation> explanations,
                @Nullable DisputeAnswer dispute,
                @Nullable List<WithdrawnQuote> withdrawn) {
            this(policyVersion, lines, explanations, dispute, withdrawn, null);
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
         * @param charges who pays for what; absent when the policy says nothing of it
         * @param goodwill what the vendor bears beside the verdict; absent when nothing
         * @param partsOnly true where parts are all that is sent, and no unit comes to the vendor; absent otherwise
         * @param sendBy by when the customer is to send the unit; absent where no time is set for that, and in a letter of
         *     before that was told
         */
        public record Line(
                int line,
                @Nullable String serial,
                Verdict verdict,
                @Nullable Route route,
                List<String> clauses,
                @Nullable String explanationId,
                @Nullable List<Charge> charges,
                @Nullable Goodwill goodwill,
                @Nullable Boolean partsOnly,
                @Nullable SendBy sendBy) {
            public Line {
                clauses = List.copyOf(clauses);
                charges = charges == null ? null : List.copyOf(charges);
            }

            /** A line of which no more is to be told than the verdict and its reasons. */
            public Line(
                    int line,
                    @Nullable String serial,
                    Verdict verdict,
                    @Nullable Route route,
                    List<String> clauses,
                    @Nullable String explanationId) {
                this(line, serial, verdict, route, clauses, explanationId, null, null, null, null);
            }
        }
    }

    /**
     * The customer's dispute is in hand; a person decides it.
     *
     * @param withdrawn quotes that stand no longer because of it; absent when none
     */
    record CoverageDisputed(
            int dispute,
            List<Integer> lines,
            List<String> clauses,
            @Nullable List<WithdrawnQuote> withdrawn) implements ClaimNews {
        public CoverageDisputed {
            withdrawn = withdrawn == null ? null : List.copyOf(withdrawn);
            lines = List.copyOf(lines);
            clauses = List.copyOf(clauses);
        }

        @Override
        public Template template() {
            return Template.COVERAGE_DISPUTED;
        }
    }

    /**
     * A person decided the customer's dispute; why, in that person's words, stands with the claim.
     *
     * @param standing what the clauses say that stand; absent when none does, and in a letter of before they were told
     */
    record DisputeDecided(
            int dispute,
            Outcome outcome,
            List<Integer> lines,
            List<String> clauses,
            @Nullable List<Standing> standing) implements ClaimNews {
        public DisputeDecided {
            lines = List.copyOf(lines);
            clauses = List.copyOf(clauses);
            standing = standing == null ? null : List.copyOf(standing);
        }

        @Override
        public Template template() {
            return Template.DISPUTE_DECIDED;
        }
    }

    /** Parts have to be waited for. */
    record PartsBackordered(List<Integer> lines, List<PartQuantity> missing) implements ClaimNews {
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
    record PartsReleased(List<Integer> lines, List<PartQuantity> parts) implements ClaimNews {
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
            implements ClaimNews {
        public PartsDispatched {
            lines = List.copyOf(lines);
        }

        @Override
        public Template template() {
            return Template.PARTS_DISPATCHED;
        }
    }

    /** The carrier handed the parcel over. */
    record Delivered(List<Integer> lines, Instant deliveredAt) implements ClaimNews {
        public Delivered {
            lines = List.copyOf(lines);
        }

        @Override
        public Template template() {
            return Template.DELIVERED;
        }
    }

    /** Nothing is left to do. */
    record ClaimClosed(Instant closedAt) implements ClaimNews {
        @Override
        public Template template() {
            return Template.CLAIM_CLOSED;
        }
    }
}
