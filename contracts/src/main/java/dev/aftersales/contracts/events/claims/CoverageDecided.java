package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who pays, line by line, each verdict resting on an immutable explanation that was written before this event.
 *
 * @param explanations why, each explanation once for all lines that name it; an explanation that has no deciding reason is
 *     left out, and an event that was written before there were any reads as an empty list
 * @param dispute that led to it; absent when none did
 * @param withdrawnQuotes open quotes that stand no longer because of it; absent when none
 */
@EventContract(type = "claims.coverage-decided.v1", topic = Topic.CLAIMS)
public record CoverageDecided(
        String claimId,
        String vendor,
        String policyVersion,
        CustomerRef customer,
        List<Line> lines,
        @Nullable List<Explanation> explanations,
        @Nullable DisputeAnswer dispute,
        @Nullable List<WithdrawnQuote> withdrawnQuotes)
        implements Event {
    public CoverageDecided {
        withdrawnQuotes = withdrawnQuotes == null ? null : List.copyOf(withdrawnQuotes);
        lines = List.copyOf(lines);
        explanations = explanations == null ? List.of() : List.copyOf(explanations);
    }

    /** Never absent, whatever the event says. */
    @Override
    public List<Explanation> explanations() {
        return explanations == null ? List.of() : explanations;
    }

    /**
     * The verdict on one line.
     *
     * @param route how it will be served; only with a covered verdict, or when goodwill goes so far
     * @param clauses every clause that matched, in the order of the explanation
     * @param quoteRoute where a quote can be asked for, a path of the public API; only when the vendor does not bear all
     * @param charges who pays for what, as far as the policy says; absent when it says nothing
     * @param goodwill what the vendor bears beside the verdict; absent when nothing
     * @param toldBefore true where verdict, reasons and charges are those that the customer was told last: a look after a
     *     quote was asked for found the same, or a dispute was rejected; absent otherwise
     * @param partsOnly true where parts are all that is sent, or would be by the diagnosis, and no unit comes to the
     *     vendor; absent otherwise
     * @param sendBy by when the customer is to send the unit, where the policy sets a time for that and it runs; absent
     *     otherwise
     * @param explained true where a person decided this, and has said why in words for the customer, which are read with the
     *     decision and stand in no event; absent otherwise, also where such words were said of an earlier decision
     */
    public record Line(
            int line,
            @Nullable String serial,
            Verdict verdict,
            @Nullable Route route,
            List<String> clauses,
            String explanationId,
            @Nullable String quoteRoute,
            @Nullable List<Charge> charges,
            @Nullable Goodwill goodwill,
            @Nullable Boolean toldBefore,
            @Nullable Boolean partsOnly,
            @Nullable SendBy sendBy,
            @Nullable Boolean explained) {
        public Line {
            clauses = List.copyOf(clauses);
            charges = charges == null ? null : List.copyOf(charges);
        }

        /** The same, to be sent by then. */
        public Line sentBy(SendBy time) {
            return new Line(
                    line,
                    serial,
                    verdict,
                    route,
                    clauses,
                    explanationId,
                    quoteRoute,
                    charges,
                    goodwill,
                    toldBefore,
                    partsOnly,
                    time,
                    explained);
        }
    }

    /**
     * By when the customer is to send the unit (D4.2a).
     *
     * @param dueAt the last second in which it is in time
     * @param clause that sets the time
     * @param zone of the policy, of the IANA database, for example {@code Asia/Shanghai}
     */
    public record SendBy(Instant dueAt, String clause, String zone) {}

    /**
     * Who pays for one item of a line's service.
     *
     * @param item code of what may cost something, for example {@code LABOUR}
     * @param words what people call it
     * @param clause that says so
     * @param reading the settlement of an ambiguity under which it does
     */
    public record Charge(
            String item,
            Words words,
            Payer payer,
            String clause,
            @Nullable String reading) {}

    /** Who pays for something. */
    public enum Payer {
        VENDOR,
        CUSTOMER,
        /** It is agreed case by case; nothing is charged by default. */
        AGREE
    }

    /**
     * What the vendor bears beside the verdict.
     *
     * @param items what people call them; absent when the vendor bears all of it
     */
    public record Goodwill(@Nullable List<Words> items) {
        public Goodwill {
            items = items == null ? null : List.copyOf(items);
        }
    }

    /**
     * How a dispute ended.
     *
     * @param number of the dispute in its claim, from 1
     * @param upheld whether the customer was right; if not, the verdicts are those that were disputed
     */
    public record DisputeAnswer(int number, boolean upheld) {}

    /**
     * What decided the verdicts that rest on one explanation; the clauses that only support it are not among the reasons.
     *
     * @param id as the lines name it
     */
    public record Explanation(String id, List<Reason> reasons) {
        public Explanation {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A clause that decided. It holds no person's data, neither a customer's nor that of whoever confirmed the fact.
     *
     * @param text the clause in short
     * @param fact what the clause looked at, for example {@code term}
     * @param value what it found there, for example the bill of lading with its date and the last day of the term
     * @param counterfactual what would have changed the verdict; absent when nothing of this clause would
     * @param reading the settlement of an ambiguity that it rests on, for example {@code R-A15}
     * @param words fact and value as people say them; absent in events of before there were any
     * @param next what the customer does about it where somebody else answers; absent otherwise
     */
    public record Reason(
            String clause,
            Effect effect,
            Words text,
            String fact,
            String value,
            @Nullable Words counterfactual,
            @Nullable String reading,
            @Nullable Words words,
            @Nullable Words next) {}

    /** What a deciding clause does to the verdict. */
    public enum Effect {
        /** It takes the line out of cover. */
        EXCLUDES,
        /** Somebody else answers for it. */
        REDIRECTS,
        /** It would take the line out of cover if a person confirmed the fact. */
        SUSPECTED,
        /** It leaves open what the facts ask; a person decides. */
        UNDECIDED,
        /** It grants what a covered line gets. */
        GRANTS
    }

    /** The same words in both languages of the suite. */
    public record Words(String en, String zh) {}
}
