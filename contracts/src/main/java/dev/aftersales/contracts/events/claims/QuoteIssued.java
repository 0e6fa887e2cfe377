package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customer is offered service against payment.
 *
 * @param quote its number in the claim, from 1
 * @param lines that it would serve
 * @param items what is to be paid for, the first of them
 * @param moreItems how many follow them; absent when none
 * @param validUntil the last moment at which it can be accepted; absent when it does not expire
 * @param payBefore what waits for the payment; absent when nothing does
 * @param payWithin how long after the acceptance it can be paid, a period of ISO 8601, for example {@code P1M} (D2.6);
 *     absent when there is no such limit
 * @param zone in which the deadlines are ends of days, for example {@code Asia/Shanghai}; absent in events of before there
 *     was one
 * @param partsOnly true where parts are all that is sent, and no unit comes to the vendor; absent otherwise
 * @param freight who bears which freight by the policy, whether or not it is among the items; absent when it says nothing
 * @param vendorBears how much of it the vendor bears; absent in events of before it was told
 * @param withdrawnQuotes open quotes in whose place it stands; absent when none
 */
@EventContract(type = "claims.quote-issued.v1", topic = Topic.CLAIMS)
public record QuoteIssued(
        String claimId,
        String vendor,
        CustomerRef customer,
        int quote,
        List<Integer> lines,
        List<Item> items,
        @Nullable Integer moreItems,
        Money total,
        @Nullable Instant validUntil,
        @Nullable PayBefore payBefore,
        @Nullable String payWithin,
        @Nullable String zone,
        @Nullable Boolean partsOnly,
        @Nullable List<Freight> freight,
        @Nullable VendorBears vendorBears,
        @Nullable List<WithdrawnQuote> withdrawnQuotes)
        implements Event {

    /** So many items are told; the quote itself has them all. */
    public static final int MOST_ITEMS = 50;

    public QuoteIssued {
        lines = List.copyOf(lines);
        items = List.copyOf(items);
        freight = freight == null ? null : List.copyOf(freight);
        withdrawnQuotes = withdrawnQuotes == null ? null : List.copyOf(withdrawnQuotes);
    }

    /** How much of the service of the quoted lines the vendor bears, by the policy or out of goodwill. */
    public enum VendorBears {
        NOTHING,
        PART,
        /** There is nothing to pay. */
        ALL
    }

    /**
     * Who bears a freight.
     *
     * @param item code of it, for example {@code RETURN_FREIGHT}
     */
    public record Freight(String item, CoverageDecided.Payer payer) {}

    /**
     * One thing that is to be paid for, or that the vendor bears.
     *
     * @param type for example {@code PARTS}, or a fee of the vendor's own names
     * @param part its number; absent unless it is a part
     * @param amount nothing where the vendor bears it
     * @param reckoned how the amount comes about; absent where the vendor bears it, and in events of before it was told
     */
    public record Item(
            String type,
            @Nullable String part,
            Money amount,
            @Nullable Reckoned reckoned) {}

    /**
     * How an amount comes about: units times price, rounded down to the minor unit, times lines.
     *
     * @param units pieces, hours or one case, for each line, a decimal such as {@code 1.5}
     * @param price for one unit
     * @param lines how many of the quote's it is for
     */
    public record Reckoned(Unit unit, String units, Money price, int lines) {}

    /** What a price is for. */
    public enum Unit {
        PIECE,
        HOUR,
        /** The line as a whole. */
        CASE
    }
}
