package dev.aftersales.notifications.templates;

import dev.aftersales.contracts.events.claims.AnswerChannel;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.PayBefore;
import dev.aftersales.contracts.events.claims.QuoteIssued;
import dev.aftersales.contracts.events.claims.WithdrawnQuote;
import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the templates about quotes can name. */
final class QuoteView {

    private static final Set<String> KNOWN_FEES = Set.of(
            "PARTS",
            "LABOUR",
            "SERVICE",
            "INBOUND_FREIGHT",
            "RETURN_FREIGHT",
            "URGENT_FREIGHT",
            "DUTY",
            "DOOR_TO_DOOR",
            "MAINTENANCE",
            "REMOTE",
            "AUXILIARY_MATERIAL",
            "SPARE_PARTS");

    private final Language language;

    QuoteView(Language language) {
        this.language = language;
    }

    Map<String, Object> of(QuoteNews news) {
        return switch (news) {
            case QuoteNews.QuoteRequested requested -> requested(requested);
            case QuoteNews.QuoteIssued issued -> quoted(issued);
            case QuoteNews.QuoteAccepted accepted -> accepted(accepted);
            case QuoteNews.QuoteDeclined declined -> declined(declined);
            case QuoteNews.QuoteExpired expired ->
                Map.of("quote", expired.quote(), "lines", language.lines(expired.lines()));
            case QuoteNews.PaymentReceived received ->
                Map.of(
                        "quote", received.quote(),
                        "lines", language.lines(received.lines()),
                        "amount", language.money(received.amount()),
                        "paidAt", language.date(received.paidAt()));
        };
    }

    private Map<String, Object> requested(QuoteNews.QuoteRequested requested) {
        Map<String, Object> view = new LinkedHashMap<>();
        if (!requested.lines().isEmpty()) {
            view.put("known", Map.of("lines", language.lines(requested.lines())));
        }
        if (!requested.diagnosed().isEmpty()) {
            view.put("diagnosed", Map.of("lines", language.lines(requested.diagnosed())));
        }
        return view;
    }

    private Map<String, Object> quoted(QuoteNews.QuoteIssued issued) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("quote", issued.quote());
        view.put("lines", language.lines(issued.lines()));
        view.put(
                "items",
                issued.items().stream().limit(View.NAMED).map(this::quotedItem).toList());
        int more = Math.max(0, issued.items().size() - View.NAMED) + Objects.requireNonNullElse(issued.moreItems(), 0);
        if (more > 0) {
            view.put("more", more);
        }
        view.put("total", language.money(issued.total()));
        view.put(
                "bears"
                        + (issued.vendorBears() == null
                                ? "Unknown"
                                : issued.vendorBears().name()),
                true);
        putWithdrawn(view, issued.withdrawn(), issued.lines());
        if (issued.validUntil() != null) {
            view.put("validUntil", language.deadline(issued.validUntil(), issued.zone()));
        }
        putPayment(view, issued.payBefore(), issued.partsOnly());
        if (issued.payWithin() != null) {
            view.put("payWithin", language.period(Period.parse(issued.payWithin())));
        }
        if (issued.freight() != null) {
            view.put(
                    "freight",
                    issued.freight().stream()
                            .filter(freight -> KNOWN_FEES.contains(freight.item()))
                            // Where no unit comes there is no freight of it to speak of.
                            .filter(freight -> !Boolean.TRUE.equals(issued.partsOnly())
                                    || !freight.item().equals("INBOUND_FREIGHT"))
                            .map(freight ->
                                    Map.of(freight.item(), true, freight.payer().name(), true))
                            .toList());
        }
        return view;
    }

    private Map<String, Object> quotedItem(QuoteIssued.Item item) {
        Map<String, Object> view = new LinkedHashMap<>();
        if (KNOWN_FEES.contains(item.type())) {
            view.put(item.type(), true);
        } else {
            view.put("other", item.type().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        if (item.part() != null) {
            view.put("part", item.part());
        }
        view.put(item.amount().zero() ? "free" : "due", true);
        view.put("amount", language.money(item.amount()));
        QuoteIssued.Reckoned reckoned = item.reckoned();
        if (reckoned != null && !item.amount().zero()) {
            putReckoned(view, reckoned);
        }
        return view;
    }

    /** One of one is its own price: that needs no words. */
    private void putReckoned(Map<String, Object> view, QuoteIssued.Reckoned reckoned) {
        BigDecimal units = new BigDecimal(reckoned.units());
        boolean one = units.compareTo(BigDecimal.ONE) == 0;
        if (one && reckoned.lines() == 1 && reckoned.unit() != QuoteIssued.Unit.HOUR) {
            return;
        }
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("price", language.money(reckoned.price()));
        words.put(reckoned.unit().name(), true);
        words.put("units", units.stripTrailingZeros().toPlainString());
        words.put(one ? "one" : "several", true);
        if (reckoned.lines() > 1) {
            words.put("times", reckoned.lines());
        }
        view.put("reckoned", words);
    }

    private Map<String, Object> accepted(QuoteNews.QuoteAccepted accepted) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("quote", accepted.quote());
        view.put("lines", language.lines(accepted.lines()));
        view.put("total", language.money(accepted.total()));
        putPayment(view, accepted.payBefore(), accepted.partsOnly());
        if (accepted.payUntil() != null) {
            view.put("payUntil", language.deadline(accepted.payUntil(), accepted.zone()));
        }
        putHeard(view, accepted.heardBy());
        putSendBy(view, accepted.sendBy());
        return view;
    }

    private Map<String, Object> declined(QuoteNews.QuoteDeclined declined) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("quote", declined.quote());
        view.put("lines", language.lines(declined.lines()));
        putHeard(view, declined.heardBy());
        return view;
    }

    private static void putHeard(Map<String, Object> view, @Nullable AnswerChannel heardBy) {
        if (heardBy != null) {
            view.put("heard", Map.of(heardBy.name(), true));
        }
    }

    private static void putPayment(
            Map<String, Object> view, @Nullable PayBefore payBefore, @Nullable Boolean partsOnly) {
        if (payBefore == PayBefore.REPAIR && Boolean.TRUE.equals(partsOnly)) {
            view.put("beforeParts", true);
            return;
        }
        if (!Boolean.TRUE.equals(partsOnly)) {
            view.put("unitComes", true);
        }
        view.put(payBefore == null ? "payLater" : "before" + payBefore.name(), true);
    }

    /**
     * Quotes that are void.
     *
     * @param told lines that the letter is about, of which it says what happens next
     */
    void putWithdrawn(Map<String, Object> view, @Nullable List<WithdrawnQuote> withdrawn, Collection<Integer> told) {
        if (withdrawn == null) {
            return;
        }
        List<Map<String, Object>> quotes = new ArrayList<>();
        for (WithdrawnQuote quote : withdrawn) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("quote", quote.quote());
            one.put("lines", language.lines(quote.lines()));
            List<Integer> others =
                    quote.lines().stream().filter(line -> !told.contains(line)).toList();
            if (!others.isEmpty()) {
                one.put("others", language.lines(others));
            }
            quotes.add(one);
        }
        view.put("withdrawn", quotes);
    }

    void putSendBy(Map<String, Object> view, CoverageDecided.@Nullable SendBy sendBy) {
        if (sendBy != null) {
            view.put(
                    "sendBy",
                    Map.of("due", language.moment(sendBy.dueAt(), sendBy.zone()), "sendClause", sendBy.clause()));
        }
    }
}
