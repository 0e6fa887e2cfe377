package dev.aftersales.claims.quotes;

import dev.aftersales.claims.adjudication.rules.Basis;
import dev.aftersales.claims.adjudication.rules.QuoteRules;
import dev.aftersales.claims.adjudication.rules.Settled;
import dev.aftersales.contracts.events.Money;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.claims.PayBefore;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An offer of paid service for lines of a claim. What was offered never changes; only its state does.
 *
 * @param number in the claim, from 1
 * @param issuedBy the person's id, or the policy version where it was issued by itself
 * @param basis on what ground paid service is offered (A1.3, B3.1, D2.2a)
 * @param tariff whose prices it has; absent when none of them was needed
 * @param lines that it would serve, and how
 * @param bearings who bears what by the policy
 * @param total the sum of all items
 * @param validUntil the last moment at which it can be accepted; absent when it does not expire
 * @param validByReading the reading that sets it
 * @param payment when it is paid; absent when the policy leaves it open or there is nothing to pay
 */
public record Quote(
        int number,
        Instant issuedAt,
        String issuedBy,
        Basis basis,
        @Nullable Source tariff,
        List<Served> lines,
        List<QuoteItem> items,
        List<Bearing> bearings,
        Money total,
        @Nullable Instant validUntil,
        @Nullable String validByReading,
        @Nullable PaymentTerms payment,
        QuoteState state) {

    public Quote {
        lines = List.copyOf(lines);
        items = List.copyOf(items);
        bearings = List.copyOf(bearings);
        if (lines.isEmpty() || items.isEmpty()) {
            throw new IllegalArgumentException("a quote has a line and an item");
        }
        if (!Money.sum(items.stream().map(QuoteItem::amount).toList(), total.currency())
                .equals(total)) {
            throw new IllegalArgumentException("the total is the sum of the items");
        }
    }

    /** A quote that can be taken up from that moment on. */
    public static Quote open(
            int number,
            Instant at,
            String issuedBy,
            Basis basis,
            @Nullable Source tariff,
            List<Served> lines,
            Pricing.Result.Priced priced,
            List<Bearing> bearings,
            @Nullable QuoteRules rules,
            ZoneId zone) {
        Settled<Period> validFor = rules == null ? null : rules.validFor();
        return new Quote(
                number,
                at,
                issuedBy,
                basis,
                tariff,
                lines,
                priced.items(),
                bearings,
                priced.total(),
                validFor == null ? null : LastMoment.of(at, validFor.value(), zone),
                validFor == null ? null : validFor.reading(),
                rules == null || priced.total().zero() ? null : PaymentTerms.of(rules.payment()),
                new QuoteState.Open(null));
    }

    /**
     * Which prices.
     *
     * @param region that they are of (B3.2); absent where prices do not differ by it
     * @param shopLevel that they are of (B3.2); absent where prices do not differ by it
     */
    public record Source(
            String code,
            int revision,
            @Nullable String region,
            @Nullable String shopLevel) {}

    /** What became of a step. */
    public sealed interface Step {

        /** The quote stands there now. */
        record Taken(Quote quote) implements Step {}

        /** It was taken before; nothing changes. */
        record Repeated(Quote quote) implements Step {}

        /** It cannot be taken. */
        record Impossible(Why why) implements Step {}
    }

    /** Why a step cannot be taken. */
    public enum Why {
        QUOTE_EXPIRED,
        QUOTE_REFUSED,
        QUOTE_REPLACED,
        QUOTE_ACCEPTED,
        QUOTE_PAID,
        WRONG_AMOUNT,
        WRONG_CURRENCY
    }

    /** Whether the customer may still take it up. */
    public boolean open() {
        return state instanceof QuoteState.Open;
    }

    /** Whether the customer agreed to it. */
    public boolean agreed() {
        return state instanceof QuoteState.Accepted || state instanceof QuoteState.Paid;
    }

    /** The numbers of the lines that it would serve. */
    public List<Integer> lineNumbers() {
        return lines.stream().map(Served::line).toList();
    }

    /** Whether it speaks of that line. */
    public boolean names(int line) {
        return lines.stream().anyMatch(served -> served.line() == line);
    }

    /** What waits for the payment; absent when nothing does, or when there is nothing left to pay. */
    public @Nullable PayBefore awaitsPaymentBefore() {
        return state instanceof QuoteState.Paid ? null : payBefore();
    }

    /**
     * What the payment comes before; absent when the policy leaves it open or there is nothing to pay. Parts that are sent
     * are themselves what goes back: where a line is served by parts, "before the return" (D2.2c, reading D?4) is before
     * anything is begun. One quote is one payment, so all its lines wait with that line.
     */
    public @Nullable PayBefore payBefore() {
        if (payment == null) {
            return null;
        }
        return lines.stream().anyMatch(served -> served.route() == Route.PARTS) ? PayBefore.REPAIR : payment.before();
    }

    /** The reading by which the payment comes before that; absent when the policy's words suffice. */
    public @Nullable String payReading() {
        if (payment == null) {
            return null;
        }
        return payBefore() == payment.before() || payment.ofPartsReading() == null
                ? payment.reading()
                : payment.ofPartsReading();
    }

    /** Whether it is over at that time. */
    public boolean expiredAt(Instant now) {
        return validUntil != null && now.isAfter(validUntil);
    }

    /** The customer agrees; accepting again changes nothing, and a late acceptance is none. */
    public Step accepted(String person, Instant now, ZoneId zone) {
        return accepted(person, null, now, zone);
    }

    /** @param heard how the customer told that person; absent where that is the customer */
    public Step accepted(String person, @Nullable OnBehalf heard, Instant now, ZoneId zone) {
        return switch (state) {
            case QuoteState.Open open -> {
                if (expiredAt(now)) {
                    yield new Step.Impossible(Why.QUOTE_EXPIRED);
                }
                QuoteState.Accepted accepted = new QuoteState.Accepted(
                        person,
                        now,
                        payment == null || payment.window() == null ? null : LastMoment.of(now, payment.window(), zone),
                        heard);
                yield new Step.Taken(
                        with(open.early() == null ? accepted : new QuoteState.Paid(accepted, open.early())));
            }
            case QuoteState.Accepted accepted -> new Step.Repeated(this);
            case QuoteState.Paid paid -> new Step.Repeated(this);
            case QuoteState.Refused refused -> over();
            case QuoteState.Expired expired -> over();
            case QuoteState.Replaced replaced -> over();
        };
    }

    /** The customer does not want it; refusing again changes nothing. */
    public Step refused(String person, Instant now) {
        return refused(person, null, now);
    }

    /** @param heard how the customer told that person; absent where that is the customer */
    public Step refused(String person, @Nullable OnBehalf heard, Instant now) {
        return switch (state) {
            case QuoteState.Open open -> new Step.Taken(with(new QuoteState.Refused(person, now, heard)));
            case QuoteState.Refused refused -> new Step.Repeated(this);
            case QuoteState.Accepted accepted -> over();
            case QuoteState.Paid paid -> over();
            case QuoteState.Expired expired -> over();
            case QuoteState.Replaced replaced -> over();
        };
    }

    /** Nobody accepted it in time. */
    public Step expired(Instant now) {
        return open() && expiredAt(now) ? new Step.Taken(with(new QuoteState.Expired(now))) : new Step.Repeated(this);
    }

    /** Something else stands in its place. */
    public Step replaced(@Nullable Integer by, Instant now) {
        return open() ? new Step.Taken(with(new QuoteState.Replaced(by, now))) : over();
    }

    /** The payment provider has the money. Only the whole amount in the quote's currency pays it. */
    public Step paid(Payment money) {
        return switch (state) {
            case QuoteState.Open open ->
                open.early() == null ? fits(money, new QuoteState.Open(money)) : again(open.early(), money);
            case QuoteState.Accepted accepted -> fits(money, new QuoteState.Paid(accepted, money));
            case QuoteState.Paid paid -> again(paid.payment(), money);
            case QuoteState.Refused refused -> over();
            case QuoteState.Expired expired -> over();
            case QuoteState.Replaced replaced -> over();
        };
    }

    private Step fits(Payment money, QuoteState next) {
        if (!money.amount().currency().equals(total.currency())) {
            return new Step.Impossible(Why.WRONG_CURRENCY);
        }
        return money.amount().equals(total) ? new Step.Taken(with(next)) : new Step.Impossible(Why.WRONG_AMOUNT);
    }

    /** The same payment told twice is one; a second payment is not for this quote. */
    private Step again(Payment there, Payment money) {
        return there.paymentId().equals(money.paymentId())
                ? new Step.Repeated(this)
                : new Step.Impossible(Why.QUOTE_PAID);
    }

    private Step over() {
        return new Step.Impossible(
                switch (state) {
                    case QuoteState.Open open -> throw new IllegalStateException("an open quote is not over");
                    case QuoteState.Accepted accepted -> Why.QUOTE_ACCEPTED;
                    case QuoteState.Paid paid -> Why.QUOTE_PAID;
                    case QuoteState.Refused refused -> Why.QUOTE_REFUSED;
                    case QuoteState.Expired expired -> Why.QUOTE_EXPIRED;
                    case QuoteState.Replaced replaced -> Why.QUOTE_REPLACED;
                });
    }

    private Quote with(QuoteState next) {
        return new Quote(
                number,
                issuedAt,
                issuedBy,
                basis,
                tariff,
                lines,
                items,
                bearings,
                total,
                validUntil,
                validByReading,
                payment,
                next);
    }
}
