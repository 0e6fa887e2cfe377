package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.quotes.Bearing;
import dev.aftersales.claims.quotes.OnBehalf;
import dev.aftersales.claims.quotes.PaymentTerms;
import dev.aftersales.claims.quotes.Quote;
import dev.aftersales.claims.quotes.QuoteItem;
import dev.aftersales.claims.quotes.QuoteState;
import dev.aftersales.claims.quotes.Served;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.claims.tariffs.Unit;
import dev.aftersales.contracts.events.Money;
import dev.aftersales.contracts.events.claims.AnswerChannel;
import dev.aftersales.contracts.events.claims.PayBefore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quote as the customer and the vendor's staff see it.
 *
 * @param region whose prices it has; absent where prices do not differ by it
 * @param shopLevel whose prices it has; absent where prices do not differ by it
 * @param takenDown who answered it for the customer; absent where the customer did, and while nobody did
 */
record QuoteView(
        int number,
        State state,
        Instant issuedAt,
        String issuedBy,
        String clause,
        @Nullable String reading,
        @Nullable String tariff,
        @Nullable Integer tariffRevision,
        @Nullable String region,
        @Nullable String shopLevel,
        List<Served> lines,
        List<ItemView> items,
        List<BearingView> bearings,
        Money total,
        @Nullable Instant validUntil,
        @Nullable String validByReading,
        @Nullable PaymentView payment,
        @Nullable Instant settledAt,
        @Nullable Integer replacedBy,
        @Nullable AnswerView takenDown) {

    /** Where it stands. */
    enum State {
        OPEN,
        ACCEPTED,
        PAID,
        REFUSED,
        EXPIRED,
        REPLACED
    }

    /** One thing on it; clause and reading say by what the vendor bears it or the customer pays. */
    record ItemView(
            FeeType type,
            @Nullable String part,
            Unit unit,
            BigDecimal units,
            List<Integer> lines,
            Money price,
            Payer payer,
            @Nullable String clause,
            @Nullable String reading,
            Money amount) {

        static ItemView of(QuoteItem item) {
            return new ItemView(
                    item.type(),
                    item.part(),
                    item.unit(),
                    item.units(),
                    item.lines(),
                    item.price(),
                    item.payer(),
                    item.clause(),
                    item.reading(),
                    item.amount());
        }
    }

    /** Who bears what by the policy, whether or not it is quoted. */
    record BearingView(
            ChargeItem item,
            Payer payer,
            String clause,
            @Nullable String reading,
            List<Integer> lines) {

        static BearingView of(Bearing bearing) {
            return new BearingView(
                    bearing.charge().item(),
                    bearing.charge().payer(),
                    bearing.charge().clause(),
                    bearing.charge().reading(),
                    bearing.lines());
        }
    }

    /**
     * Who answered it for the customer.
     *
     * @param by the person's id
     * @param reason only for the vendor's staff
     */
    record AnswerView(
            String by, AnswerChannel channel, @Nullable String reason) {

        static @Nullable AnswerView of(QuoteState state, boolean readerIsStaff) {
            return switch (state) {
                case QuoteState.Accepted accepted -> of(accepted.by(), accepted.heard(), readerIsStaff);
                case QuoteState.Paid paid -> of(paid.accepted(), readerIsStaff);
                case QuoteState.Refused refused -> of(refused.by(), refused.heard(), readerIsStaff);
                case QuoteState.Open open -> null;
                case QuoteState.Expired expired -> null;
                case QuoteState.Replaced replaced -> null;
            };
        }

        private static @Nullable AnswerView of(String by, @Nullable OnBehalf heard, boolean readerIsStaff) {
            return heard == null ? null : new AnswerView(by, heard.channel(), readerIsStaff ? heard.reason() : null);
        }
    }

    /** When it is paid; {@code payUntil} as soon as it is accepted, {@code paidAt} as soon as it is paid. */
    record PaymentView(
            PayBefore before,
            String clause,
            @Nullable String reading,
            @Nullable Period window,
            @Nullable String windowClause,
            @Nullable Instant payUntil,
            @Nullable Instant paidAt) {

        static @Nullable PaymentView of(Quote quote) {
            PaymentTerms terms = quote.payment();
            PayBefore before = quote.payBefore();
            return terms == null || before == null
                    ? null
                    : new PaymentView(
                            before,
                            terms.clause(),
                            quote.payReading(),
                            terms.window(),
                            terms.windowClause(),
                            payUntil(quote.state()),
                            quote.state() instanceof QuoteState.Paid paid
                                    ? paid.payment().paidAt()
                                    : null);
        }

        private static @Nullable Instant payUntil(QuoteState state) {
            return switch (state) {
                case QuoteState.Accepted accepted -> accepted.payUntil();
                case QuoteState.Paid paid -> paid.accepted().payUntil();
                case QuoteState.Open open -> null;
                case QuoteState.Refused refused -> null;
                case QuoteState.Expired expired -> null;
                case QuoteState.Replaced replaced -> null;
            };
        }
    }

    /** As the customer sees it. */
    static QuoteView of(Quote quote) {
        return of(quote, false);
    }

    static QuoteView of(Quote quote, boolean readerIsStaff) {
        Quote.Source source = quote.tariff();
        return new QuoteView(
                quote.number(),
                state(quote.state()),
                quote.issuedAt(),
                quote.issuedBy(),
                quote.basis().clause(),
                quote.basis().reading(),
                source == null ? null : source.code(),
                source == null ? null : source.revision(),
                source == null ? null : source.region(),
                source == null ? null : source.shopLevel(),
                quote.lines(),
                quote.items().stream().map(ItemView::of).toList(),
                quote.bearings().stream().map(BearingView::of).toList(),
                quote.total(),
                quote.validUntil(),
                quote.validByReading(),
                PaymentView.of(quote),
                settledAt(quote.state()),
                quote.state() instanceof QuoteState.Replaced replaced ? replaced.by() : null,
                AnswerView.of(quote.state(), readerIsStaff));
    }

    private static State state(QuoteState state) {
        return switch (state) {
            case QuoteState.Open open -> State.OPEN;
            case QuoteState.Accepted accepted -> State.ACCEPTED;
            case QuoteState.Paid paid -> State.PAID;
            case QuoteState.Refused refused -> State.REFUSED;
            case QuoteState.Expired expired -> State.EXPIRED;
            case QuoteState.Replaced replaced -> State.REPLACED;
        };
    }

    private static @Nullable Instant settledAt(QuoteState state) {
        return switch (state) {
            case QuoteState.Open open -> null;
            case QuoteState.Accepted accepted -> accepted.at();
            case QuoteState.Paid paid -> paid.accepted().at();
            case QuoteState.Refused refused -> refused.at();
            case QuoteState.Expired expired -> expired.at();
            case QuoteState.Replaced replaced -> replaced.at();
        };
    }
}
