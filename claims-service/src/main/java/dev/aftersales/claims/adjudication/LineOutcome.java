package dev.aftersales.claims.adjudication;

import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.Verdict;
import java.util.List;
import java.util.Optional;

/** What becomes of one line. */
public sealed interface LineOutcome {

    /** The number of the line. */
    int line();

    /** What led to it, before anybody put it into words. */
    Reasoning reasoning();

    /** Why, in words; made when it is first asked for. */
    default Explanation explanation() {
        return reasoning().explanation();
    }

    /** The ids of the clauses cited, each once, in order; cheaper than the explanation. */
    default List<String> clauses() {
        return reasoning().clauses();
    }

    /** The ids of the readings that it rests on, each once, in order; cheaper than the explanation. */
    default List<String> readings() {
        return reasoning().readings();
    }

    /** The verdict; empty for a line that goes on to diagnosis. */
    default Optional<Verdict> verdict() {
        return Optional.ofNullable(reasoning().verdict());
    }

    /** Who pays for what; empty for an outcome that settles nothing of the kind. */
    default List<ChargeSplit> charges() {
        return List.of();
    }

    /** Nothing in the records speaks against cover: on to diagnosis. Only of {@link Pass#FIRST}. */
    record Admitted(int line, Reasoning reasoning) implements LineOutcome {
        /** Explained before. */
        public Admitted(int line, Explanation explanation) {
            this(line, new Reasoning(explanation));
        }
    }

    /** The vendor pays, and the line is served this way. Only of {@link Pass#AFTER_DIAGNOSIS}. */
    record Covered(int line, Route route, List<ChargeSplit> charges, Reasoning reasoning) implements LineOutcome {
        public Covered {
            charges = List.copyOf(charges);
        }

        /** Covered by a policy that says nothing of charges; explained before. */
        public Covered(int line, Route route, Explanation explanation) {
            this(line, route, List.of(), new Reasoning(explanation));
        }
    }

    /** The vendor pays for some of parts and labour; paid service is offered for the rest on this ground (C4.1). */
    record Partial(int line, Quote quote, List<ChargeSplit> charges, Reasoning reasoning) implements LineOutcome {
        public Partial {
            charges = List.copyOf(charges);
        }

        /** Explained before. */
        public Partial(int line, Quote quote, List<ChargeSplit> charges, Explanation explanation) {
            this(line, quote, charges, new Reasoning(explanation));
        }
    }

    /** The vendor does not pay; paid service is offered on this ground. */
    record NotCovered(int line, Quote quote, List<ChargeSplit> charges, Reasoning reasoning) implements LineOutcome {
        public NotCovered {
            charges = List.copyOf(charges);
        }

        /** Explained before. */
        public NotCovered(int line, Quote quote, List<ChargeSplit> charges, Explanation explanation) {
            this(line, quote, charges, new Reasoning(explanation));
        }

        /** Not covered by a policy that says nothing of charges; explained before. */
        public NotCovered(int line, Quote quote, Explanation explanation) {
            this(line, quote, List.of(), explanation);
        }
    }

    /** Somebody else pays: a carrier, an insurer (A3.9) or the manufacturer. */
    record Redirected(int line, Reasoning reasoning) implements LineOutcome {
        /** Explained before. */
        public Redirected(int line, Explanation explanation) {
            this(line, new Reasoning(explanation));
        }
    }

    /** The policy cannot judge before these are there; never empty. */
    record NeedsEvidence(int line, List<MissingEvidence> missing, Reasoning reasoning) implements LineOutcome {
        public NeedsEvidence {
            missing = List.copyOf(missing);
        }

        /** Explained before. */
        public NeedsEvidence(int line, List<MissingEvidence> missing, Explanation explanation) {
            this(line, missing, new Reasoning(explanation));
        }
    }

    /**
     * A person must settle the doubts that the explanation names.
     *
     * @param lacksFile whether a person confirmed one of them, and only a file that shows it is missing
     */
    record NeedsReview(int line, boolean lacksFile, Reasoning reasoning) implements LineOutcome {
        /** Explained before. */
        public NeedsReview(int line, Explanation explanation) {
            this(line, false, new Reasoning(explanation));
        }
    }
}
