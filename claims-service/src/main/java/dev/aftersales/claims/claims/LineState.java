package dev.aftersales.claims.claims;

import dev.aftersales.contracts.events.Route;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one line of a claim stands. Every state is a record; the only ways from one to the next are the methods here, and
 * each answers with the next state or a refusal.
 *
 * <pre>
 * AwaitingEvidence, InDiagnosis, InReview  --judged-->  any of these, NotCovered, Redirected, Authorised
 * Authorised -> Backordered -> Reserved -> Released -> Dispatched -> Delivered
 * </pre>
 */
public sealed interface LineState {

    /** The stage, for the derived state of the claim and for metrics. */
    Stage stage();

    /** Not judged for good: the engine may still put the line anywhere. */
    sealed interface Undecided extends LineState {

        /** The line after a judgement. */
        default Transition judged(LineState judged) {
            return judged instanceof InService service && !(service instanceof Authorised)
                    ? new Transition.Refused("a judgement authorises a service, it does not perform one")
                    : new Transition.Moved(judged);
        }
    }

    /** The policy cannot judge without more evidence (A4.2, A?3). */
    record AwaitingEvidence() implements Undecided {
        @Override
        public Stage stage() {
            return Stage.AWAITING_EVIDENCE;
        }
    }

    /** Passed the first judgement; what is wrong is being found out. */
    record InDiagnosis() implements Undecided {
        @Override
        public Stage stage() {
            return Stage.IN_DIAGNOSIS;
        }
    }

    /**
     * An exclusion is suspected and not proved: a person decides.
     *
     * @param beforeDiagnosis the suspicion came from what the customer declared, before anyone looked at the unit
     */
    record InReview(boolean beforeDiagnosis) implements Undecided {
        @Override
        public Stage stage() {
            return Stage.IN_REVIEW;
        }
    }

    /**
     * The policy does not pay.
     *
     * @param quoteRoute where a quote can be asked for, a path of the public API (A1.3, reading R-A15)
     */
    record NotCovered(String quoteRoute) implements LineState {
        @Override
        public Stage stage() {
            return Stage.NOT_COVERED;
        }
    }

    /** Somebody else answers for it: the carrier or the insurer (A3.9). */
    record Redirected() implements LineState {
        @Override
        public Stage stage() {
            return Stage.REDIRECTED;
        }
    }

    /** Covered, and being served. The states follow each other in one direction; steps may be missed, never undone. */
    sealed interface InService extends LineState {

        /** The line after what logistics said; refused when it already stands there or further on. */
        default Transition advancedTo(InService next) {
            if (next.stage().compareTo(stage()) <= 0) {
                return new Transition.Refused("stands at " + stage() + " already");
            }
            return servedByParts() ? new Transition.Moved(next) : new Transition.Refused("is not served by parts");
        }

        /** Whether parts are what the line waits for. */
        default boolean servedByParts() {
            return true;
        }
    }

    /** Covered: the service may begin. */
    record Authorised(Route route) implements InService {
        @Override
        public Stage stage() {
            return Stage.AUTHORISED;
        }

        @Override
        public boolean servedByParts() {
            return route == Route.PARTS;
        }
    }

    /** Some parts are not in stock. */
    record Backordered(String shipmentId) implements InService {
        @Override
        public Stage stage() {
            return Stage.BACKORDERED;
        }
    }

    /** Stock holds the parts. */
    record Reserved(String shipmentId) implements InService {
        @Override
        public Stage stage() {
            return Stage.RESERVED;
        }
    }

    /** The warehouse may pick and pack. */
    record Released(String shipmentId) implements InService {
        @Override
        public Stage stage() {
            return Stage.RELEASED;
        }
    }

    /** The carrier's acceptance scan was heard (A4.5, reading A?5). */
    record Dispatched(
            String shipmentId,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            Instant dispatchedAt) implements InService {
        @Override
        public Stage stage() {
            return Stage.DISPATCHED;
        }
    }

    /** The carrier handed the parcel over. */
    record Delivered(String shipmentId, Instant deliveredAt) implements InService {
        @Override
        public Stage stage() {
            return Stage.DELIVERED;
        }
    }
}
