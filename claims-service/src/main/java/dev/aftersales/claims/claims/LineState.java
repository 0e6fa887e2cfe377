package dev.aftersales.claims.claims;

import dev.aftersales.contracts.events.Route;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one line of a claim stands. Every state is a record; the only ways from one to the next are the methods here, and
 * each answers with the next state or a refusal.
 *
 * <pre>
 * AwaitingEvidence, InDiagnosis, InReview, Disputed
 *     --judged-->  one of the first three, NotCovered, PartlyCovered, Redirected, Authorised
 * NotCovered, PartlyCovered, Redirected
 *     --disputed-->  Disputed  --rejected-->  what it was
 *     --granted-->  Authorised
 *     --lookedInto-->  InDiagnosis
 *     --judgedAgain-->  as judged
 * NotCovered, PartlyCovered  --quoted-->  Quoted  --accepted-->  PaymentAwaited, Authorised
 * Quoted  --setAside-->  what it was
 * Quoted  --disputed, granted, lookedInto, judgedAgain-->  as the answer that it quotes
 * PaymentAwaited  --paid-->  Authorised
 * Authorised  --expired-->  Expired  --openedAgain-->  Authorised
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
            return byJudgement(judged);
        }
    }

    private static Transition byJudgement(LineState judged) {
        if (judged instanceof InService service && !(service instanceof Authorised)) {
            return new Transition.Refused("a judgement authorises a service, it does not perform one");
        }
        return judged instanceof Disputed
                ? new Transition.Refused("a customer disputes a judgement, a judgement does not")
                : new Transition.Moved(judged);
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
     * The customer contests the answer: a person decides. Until then the answer stands still.
     *
     * @param dispute its number in the claim
     * @param before the answer that is contested
     */
    record Disputed(int dispute, Answered before) implements Undecided {
        @Override
        public Stage stage() {
            return Stage.IN_REVIEW;
        }

        /** The line after the dispute was rejected: where it was. */
        public Answered rejected() {
            return before;
        }
    }

    /** Judged, and the vendor does not bear all of it: the answer may be contested, and gone beyond. */
    sealed interface Answered extends LineState {

        /** The line while this answer is contested. */
        default Disputed disputed(int dispute) {
            return new Disputed(dispute, this);
        }

        /** The line after what the vendor does not owe was granted, or was paid for by the customer. */
        default Authorised granted(Route route) {
            return new Authorised(route);
        }

        /** The line when it is to be found out after all what is wrong with it. */
        default InDiagnosis lookedInto() {
            return new InDiagnosis();
        }

        /** The line when a fact that the answer rests on turned out to be another. A quote for it is set aside with that. */
        default Transition judgedAgain(LineState judged) {
            return byJudgement(judged);
        }
    }

    /** Answered in a way that leaves something for the customer to pay: it can be quoted (A1.3, B3.1, C4.1, D2.2a). */
    sealed interface Quotable extends Answered {

        /** The line while the customer may take up that quote. */
        default Quoted quoted(int quote) {
            return new Quoted(quote, this);
        }
    }

    /**
     * The policy does not pay.
     *
     * @param quoteRoute where a quote can be asked for, a path of the public API (A1.3, reading R-A15)
     */
    record NotCovered(String quoteRoute) implements Quotable {
        @Override
        public Stage stage() {
            return Stage.NOT_COVERED;
        }
    }

    /**
     * The policy pays for some of it, for example for labour and not for parts (C4.1); the rest waits for the customer's
     * word.
     *
     * @param quoteRoute where the quote for the rest can be asked for, a path of the public API
     */
    record PartlyCovered(String quoteRoute) implements Quotable {
        @Override
        public Stage stage() {
            return Stage.PARTLY_COVERED;
        }
    }

    /**
     * The customer may take up a quote for it.
     *
     * @param quote its number in the claim
     * @param before the answer that left something to pay
     */
    record Quoted(int quote, Quotable before) implements Answered {
        @Override
        public Stage stage() {
            return Stage.QUOTED;
        }

        /** Contesting the answer sets the quote for it aside. */
        @Override
        public Disputed disputed(int dispute) {
            return before.disputed(dispute);
        }

        /** The line after nothing came of the quote: where it was. */
        public Quotable setAside() {
            return before;
        }

        /** The line after the customer agreed, where nothing is begun before the payment (D2.2c). */
        public PaymentAwaited awaitingPayment(Route route) {
            return new PaymentAwaited(quote, route);
        }
    }

    /**
     * The customer agreed to pay, and nothing is begun before that is done (D2.2c, reading D?4).
     *
     * @param quote its number in the claim
     * @param route how it is served then
     */
    record PaymentAwaited(int quote, Route route) implements LineState {
        @Override
        public Stage stage() {
            return Stage.PAYMENT_AWAITED;
        }

        /** The line after the payment. */
        public Authorised paid() {
            return new Authorised(route);
        }
    }

    /** Somebody else answers for it: the carrier or the insurer (A3.9). */
    record Redirected() implements Answered {
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

        /** The line after the customer did not do what the service begins with (D4.2b). */
        public Expired expired(Instant at) {
            return new Expired(at);
        }
    }

    /**
     * Ended, because the customer did not do in time what the service begins with; a new claim can be made (D4.2b, D4.2c).
     *
     * @param expiredAt the first second that was too late
     */
    record Expired(Instant expiredAt) implements LineState {
        @Override
        public Stage stage() {
            return Stage.EXPIRED;
        }

        /**
         * The line after it turned out that the device was there before that, or under way. Only the depot waits for a device.
         */
        public Authorised openedAgain() {
            return new Authorised(Route.DEPOT_REPAIR);
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
