package dev.aftersales.notifications.templates;

import dev.aftersales.contracts.events.Money;
import dev.aftersales.contracts.events.claims.AnswerChannel;
import dev.aftersales.contracts.events.claims.CoverageDecided.SendBy;
import dev.aftersales.contracts.events.claims.PayBefore;
import dev.aftersales.contracts.events.claims.QuoteIssued.Freight;
import dev.aftersales.contracts.events.claims.QuoteIssued.Item;
import dev.aftersales.contracts.events.claims.QuoteIssued.VendorBears;
import dev.aftersales.contracts.events.claims.WithdrawnQuote;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody is told of a quote. */
public sealed interface QuoteNews extends News {

    /**
     * The customer's request for a quote is in hand.
     *
     * @param lines whose fault is known
     * @param diagnosed lines whose fault is found out first
     */
    record QuoteRequested(List<Integer> lines, List<Integer> diagnosed) implements QuoteNews {
        public QuoteRequested {
            lines = List.copyOf(lines);
            diagnosed = List.copyOf(diagnosed);
        }

        @Override
        public Template template() {
            return Template.QUOTE_REQUESTED;
        }
    }

    /**
     * Service is offered against payment (A1.3, B3.1, C4.1, D2.2a).
     *
     * @param moreItems how many follow the ones that are told; absent when none
     * @param validUntil absent when it does not expire
     * @param payBefore what waits for the payment; absent when nothing does
     * @param payWithin so long after the acceptance, a period of ISO 8601 (D2.6); absent when there is no such limit
     * @param zone in which deadlines are ends of days; absent in a letter of before there was one
     * @param partsOnly true where no unit comes to the vendor; absent otherwise
     * @param freight who bears which; absent when the policy does not say
     * @param vendorBears how much of it; absent in a letter of before that was told
     * @param withdrawn quotes in whose place it stands; absent when none
     */
    record QuoteIssued(
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
            @Nullable List<WithdrawnQuote> withdrawn)
            implements QuoteNews {
        public QuoteIssued {
            withdrawn = withdrawn == null ? null : List.copyOf(withdrawn);
            lines = List.copyOf(lines);
            items = List.copyOf(items);
            freight = freight == null ? null : List.copyOf(freight);
        }

        @Override
        public Template template() {
            return Template.QUOTE_ISSUED;
        }
    }

    /**
     * The customer agreed to pay.
     *
     * @param payBefore what waits for the payment; absent when nothing does
     * @param payUntil the end of the time for it (D2.6); absent when there is none
     * @param zone in which that is the end of a day; absent in a letter of before there was one
     * @param partsOnly true where no unit comes to the vendor; absent otherwise
     * @param heardBy how the customer told staff, who accepted for them; absent where the customer did it
     * @param sendBy by when the customer is to send the unit; absent where no time is set for that, and in a letter of
     *     before that was told
     */
    record QuoteAccepted(
            int quote,
            List<Integer> lines,
            Money total,
            @Nullable PayBefore payBefore,
            @Nullable Instant payUntil,
            @Nullable String zone,
            @Nullable Boolean partsOnly,
            @Nullable AnswerChannel heardBy,
            @Nullable SendBy sendBy)
            implements QuoteNews {
        public QuoteAccepted {
            lines = List.copyOf(lines);
        }

        @Override
        public Template template() {
            return Template.QUOTE_ACCEPTED;
        }
    }

    /**
     * The customer does not want it (D2.2b).
     *
     * @param heardBy how the customer told staff, who declined for them; absent where the customer did it
     */
    record QuoteDeclined(
            int quote, List<Integer> lines, @Nullable AnswerChannel heardBy) implements QuoteNews {
        public QuoteDeclined {
            lines = List.copyOf(lines);
        }

        @Override
        public Template template() {
            return Template.QUOTE_DECLINED;
        }
    }

    /** Nobody accepted it in time. */
    record QuoteExpired(int quote, List<Integer> lines) implements QuoteNews {
        public QuoteExpired {
            lines = List.copyOf(lines);
        }

        @Override
        public Template template() {
            return Template.QUOTE_EXPIRED;
        }
    }

    /** The money is there. */
    record PaymentReceived(int quote, List<Integer> lines, Money amount, Instant paidAt) implements QuoteNews {
        public PaymentReceived {
            lines = List.copyOf(lines);
        }

        @Override
        public Template template() {
            return Template.PAYMENT_RECEIVED;
        }
    }
}
