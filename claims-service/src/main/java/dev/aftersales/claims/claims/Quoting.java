package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.quotes.Bearing;
import dev.aftersales.claims.quotes.OnBehalf;
import dev.aftersales.claims.quotes.Payment;
import dev.aftersales.claims.quotes.PaymentTerms;
import dev.aftersales.claims.quotes.Quote;
import dev.aftersales.claims.quotes.QuoteItem;
import dev.aftersales.claims.quotes.QuoteState;
import dev.aftersales.claims.quotes.Served;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.claims.AnswerChannel;
import dev.aftersales.contracts.events.claims.PayBefore;
import dev.aftersales.contracts.events.claims.QuoteAccepted;
import dev.aftersales.contracts.events.claims.QuoteDeclined;
import dev.aftersales.contracts.events.claims.QuoteIssued;
import dev.aftersales.contracts.events.claims.QuotePaid;
import dev.aftersales.contracts.events.claims.WithdrawnQuote;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of a claim's lines by its quotes. An open quote and its lines stand together, or not at all. */
final class Quoting {

    private static final Set<ChargeItem> FREIGHT = EnumSet.of(ChargeItem.INBOUND_FREIGHT, ChargeItem.RETURN_FREIGHT);

    private Quoting() {}

    /**
     * The customer is offered this; a quote that stood there for one of its lines is replaced.
     *
     * @param zone in which its deadlines are ends of days
     */
    static void issue(Amendment amendment, Quote quote, Actor by, ZoneId zone) {
        for (int number : quote.lineNumbers()) {
            amendment.line(number).ifPresent(line -> quotable(line.state(), quote.number())
                    .ifPresent(quoted -> amendment.put(line.at(quoted).quoteIssued())));
        }
        amendment.put(quote);
        amendment.note(TimelineEntry.What.QUOTE_ISSUED, by, quote.lineNumbers(), clauses(quote), null, note(quote));
        Claim claim = amendment.before();
        int more = quote.items().size() - QuoteIssued.MOST_ITEMS;
        amendment.tell(new QuoteIssued(
                claim.id(),
                claim.vendor(),
                claim.customer(),
                quote.number(),
                quote.lineNumbers(),
                quote.items().stream()
                        .limit(QuoteIssued.MOST_ITEMS)
                        .map(Quoting::told)
                        .toList(),
                more > 0 ? more : null,
                quote.total(),
                quote.validUntil(),
                quote.awaitsPaymentBefore(),
                payWithin(quote),
                zone.getId(),
                partsOnly(quote),
                freight(quote),
                vendorBears(amendment, quote),
                overtaken(amendment)));
    }

    /** What the vendor bears has no price, so nothing is reckoned. */
    private static QuoteIssued.Item told(QuoteItem item) {
        return new QuoteIssued.Item(
                item.type().name(),
                item.part(),
                item.amount(),
                item.payer() == Payer.VENDOR
                        ? null
                        : new QuoteIssued.Reckoned(
                                switch (item.unit()) {
                                    case PIECE -> QuoteIssued.Unit.PIECE;
                                    case HOUR -> QuoteIssued.Unit.HOUR;
                                    case CASE -> QuoteIssued.Unit.CASE;
                                },
                                item.units().toPlainString(),
                                item.price(),
                                item.lines().size()));
    }

    /** As the customer was told with the verdicts; where nothing is to be paid, the vendor bears all of it. */
    private static QuoteIssued.VendorBears vendorBears(Amendment amendment, Quote quote) {
        if (quote.total().zero()) {
            return QuoteIssued.VendorBears.ALL;
        }
        boolean nothing = quote.lineNumbers().stream()
                .flatMap(number -> amendment.line(number).stream())
                .allMatch(line -> line.state() instanceof LineState.Quoted quoted
                        && quoted.before() instanceof LineState.NotCovered);
        return nothing ? QuoteIssued.VendorBears.NOTHING : QuoteIssued.VendorBears.PART;
    }

    private static @Nullable String payWithin(Quote quote) {
        PaymentTerms terms = quote.payment();
        return terms == null || terms.window() == null ? null : terms.window().toString();
    }

    private static @Nullable Boolean partsOnly(Quote quote) {
        return quote.lines().stream().allMatch(served -> served.route() == Route.PARTS) ? true : null;
    }

    /** Only what is told alike for all lines: two answers to one question would be none. */
    private static @Nullable List<QuoteIssued.Freight> freight(Quote quote) {
        if (quote.lines().stream().noneMatch(served -> isShipped(served.route()))) {
            return null;
        }
        Map<ChargeItem, Set<Payer>> payers = new EnumMap<>(ChargeItem.class);
        for (Bearing bearing : quote.bearings()) {
            if (FREIGHT.contains(bearing.charge().item())) {
                payers.computeIfAbsent(bearing.charge().item(), item -> EnumSet.noneOf(Payer.class))
                        .add(bearing.charge().payer());
            }
        }
        List<QuoteIssued.Freight> told = new ArrayList<>();
        payers.forEach((item, of) -> {
            if (of.size() == 1) {
                told.add(new QuoteIssued.Freight(
                        item.name(), CoverageNews.payer(of.iterator().next())));
            }
        });
        return told.isEmpty() ? null : told;
    }

    private static boolean isShipped(Route route) {
        return switch (route) {
            case ON_SITE, REMOTE_SUPPORT -> false;
            case PARTS, DEPOT_REPAIR, REPLACEMENT, REFUND, MANUFACTURER -> true;
        };
    }

    /** Whether a line that stands there can be offered a quote. */
    static boolean quotable(LineState state) {
        return state instanceof LineState.Quotable || state instanceof LineState.Quoted;
    }

    private static Optional<LineState.Quoted> quotable(LineState state, int quote) {
        if (state instanceof LineState.Quoted quoted) {
            return Optional.of(quoted.setAside().quoted(quote));
        }
        return state instanceof LineState.Quotable answered ? Optional.of(answered.quoted(quote)) : Optional.empty();
    }

    /**
     * The customer agreed: the service begins, or waits for the payment, as parts that are sent always do (D2.2c,
     * D?4).
     *
     * @param zone in which the time for the payment ends with a day
     */
    static void accepted(Amendment amendment, Quote quote, Actor by, ZoneId zone) {
        QuoteState state = quote.state();
        QuoteState.Accepted accepted =
                switch (state) {
                    case QuoteState.Accepted now -> now;
                    case QuoteState.Paid paid -> paid.accepted();
                    case QuoteState.Open open -> throw notAgreed(quote);
                    case QuoteState.Refused refused -> throw notAgreed(quote);
                    case QuoteState.Expired expired -> throw notAgreed(quote);
                    case QuoteState.Replaced replaced -> throw notAgreed(quote);
                };
        Claim claim = amendment.before();
        amendment.put(quote);
        amendment.note(
                TimelineEntry.What.QUOTE_ACCEPTED,
                by,
                quote.lineNumbers(),
                clauses(quote),
                null,
                note(quote, accepted.heard()));
        amendment.tell(new QuoteAccepted(
                claim.id(),
                claim.vendor(),
                claim.customer(),
                quote.number(),
                quote.lineNumbers(),
                quote.total(),
                accepted.at(),
                quote.awaitsPaymentBefore(),
                quote.awaitsPaymentBefore() == null ? null : accepted.payUntil(),
                zone.getId(),
                partsOnly(quote),
                channel(accepted.heard()),
                null));
        if (state instanceof QuoteState.Paid paid) {
            tellPaid(amendment, quote, paid.payment(), by);
        }
        if (quote.awaitsPaymentBefore() == PayBefore.REPAIR) {
            for (Served served : quote.lines()) {
                amendment.line(served.line()).ifPresent(line -> {
                    if (line.state() instanceof LineState.Quoted quoted) {
                        amendment.put(line.at(quoted.awaitingPayment(served.route())));
                    }
                });
            }
            return;
        }
        List<ClaimLine> begun = new ArrayList<>();
        for (Served served : quote.lines()) {
            amendment.line(served.line()).ifPresent(line -> {
                if (line.state() instanceof LineState.Quoted quoted) {
                    ClaimLine next = line.at(quoted.granted(served.route()));
                    amendment.put(next);
                    begun.add(next);
                }
            });
        }
        authorise(amendment, quote, begun);
    }

    /** The customer does not want it: its lines are where they were (D2.2b). */
    static void refused(Amendment amendment, Quote quote, Actor by) {
        decline(amendment, quote, by, TimelineEntry.What.QUOTE_REFUSED, QuoteDeclined.Reason.REFUSED);
    }

    /** Nobody accepted it in time: its lines are where they were. */
    static void expired(Amendment amendment, Quote quote) {
        decline(
                amendment,
                quote,
                Actor.policy(amendment.before().policyVersion()),
                TimelineEntry.What.QUOTE_EXPIRED,
                QuoteDeclined.Reason.EXPIRED);
    }

    /** The payment is there: what waited for it begins. */
    static void paid(Amendment amendment, Quote quote, Payment payment, Actor provider) {
        amendment.put(quote);
        amendment.unappliedPayments().stream()
                .filter(UnappliedPayment::open)
                .filter(known -> known.isOf(provider, payment))
                .forEach(known -> amendment.put(known.settled(
                        new UnappliedPayment.Settlement(quote.number(), null, provider, amendment.now()))));
        if (quote.open()) {
            amendment.note(TimelineEntry.What.PAYMENT_HELD, provider, quote.lineNumbers(), payment.paymentId());
            return;
        }
        tellPaid(amendment, quote, payment, provider);
        List<ClaimLine> begun = new ArrayList<>();
        for (Served served : quote.lines()) {
            amendment.line(served.line()).ifPresent(line -> {
                if (line.state() instanceof LineState.PaymentAwaited awaited && awaited.quote() == quote.number()) {
                    ClaimLine next = line.at(awaited.paid());
                    amendment.put(next);
                    begun.add(next);
                }
            });
        }
        authorise(amendment, quote, begun);
    }

    /**
     * The payment is for nothing that waits for it: a person has to look, so the claim keeps it until somebody has settled
     * it, and the timeline says it, once.
     *
     * @param number of the quote that it was meant for
     */
    static void notApplied(Amendment amendment, int number, Payment payment, String why, Actor provider) {
        List<UnappliedPayment> there = amendment.unappliedPayments();
        if (there.stream().noneMatch(known -> known.isOf(provider, payment))) {
            Optional<Quote> quote = amendment.quotes().stream()
                    .filter(offered -> offered.number() == number)
                    .findFirst();
            amendment.put(new UnappliedPayment(
                    there.size() + 1,
                    provider,
                    number,
                    quote.map(Quote::total).orElse(null),
                    payment,
                    why,
                    amendment.now(),
                    null));
        }
        String note = payment.paymentId() + " " + payment.amount().amount() + " "
                + payment.amount().currency() + " " + why;
        boolean said = amendment.before().timeline().stream()
                .anyMatch(entry -> entry.what() == TimelineEntry.What.PAYMENT_NOT_APPLIED && note.equals(entry.note()));
        if (!said) {
            amendment.note(TimelineEntry.What.PAYMENT_NOT_APPLIED, provider, List.of(), note);
        }
    }

    /**
     * Sets aside every open quote one of whose lines went another way: by another quote, a dispute, goodwill. Part of every
     * change, so that nobody accepts what was overtaken.
     */
    static void setAsideOvertaken(Amendment amendment) {
        for (Quote quote : amendment.quotes()) {
            if (quote.open() && !standsWhole(amendment, quote)) {
                Integer by = quote.lineNumbers().stream()
                        .flatMap(number -> amendment.line(number).stream())
                        .map(line -> line.state() instanceof LineState.Quoted quoted ? quoted.quote() : 0)
                        .filter(number -> number > quote.number())
                        .findFirst()
                        .orElse(null);
                if (quote.replaced(by, amendment.now()) instanceof Quote.Step.Taken taken) {
                    decline(
                            amendment,
                            taken.quote(),
                            Actor.policy(amendment.before().policyVersion()),
                            TimelineEntry.What.QUOTE_REPLACED,
                            QuoteDeclined.Reason.REPLACED);
                }
            }
        }
    }

    /**
     * The open quotes that {@link #setAsideOvertaken} will set aside as the lines stand now, for the event that tells the
     * customer what overtook them; absent when none.
     */
    static @Nullable List<WithdrawnQuote> overtaken(Amendment amendment) {
        List<WithdrawnQuote> overtaken = amendment.quotes().stream()
                .filter(quote -> quote.open() && !standsWhole(amendment, quote))
                .map(quote -> new WithdrawnQuote(quote.number(), quote.lineNumbers()))
                .toList();
        return overtaken.isEmpty() ? null : overtaken;
    }

    private static boolean standsWhole(Amendment amendment, Quote quote) {
        return quote.lineNumbers().stream()
                .allMatch(number ->
                        amendment.line(number).filter(line -> isAt(line, quote)).isPresent());
    }

    private static boolean isAt(ClaimLine line, Quote quote) {
        return line.state() instanceof LineState.Quoted quoted && quoted.quote() == quote.number();
    }

    private static void decline(
            Amendment amendment, Quote quote, Actor by, TimelineEntry.What what, QuoteDeclined.Reason reason) {
        Optional<Payment> held = held(amendment, quote.number());
        amendment.put(quote);
        for (int number : quote.lineNumbers()) {
            amendment.line(number).ifPresent(line -> {
                if (line.state() instanceof LineState.Quoted quoted && quoted.quote() == quote.number()) {
                    amendment.put(line.at(quoted.setAside()));
                }
            });
        }
        OnBehalf heard = quote.state() instanceof QuoteState.Refused refused ? refused.heard() : null;
        amendment.note(what, by, quote.lineNumbers(), note(quote, heard));
        // The money is there, and pays for nothing any more: a person gives it back.
        held.ifPresent(payment ->
                notApplied(amendment, quote.number(), payment, what.name(), teller(amendment.before(), payment)));
        Claim claim = amendment.before();
        amendment.tell(new QuoteDeclined(
                claim.id(),
                claim.vendor(),
                claim.customer(),
                quote.number(),
                quote.lineNumbers(),
                reason,
                amendment.now(),
                channel(heard)));
    }

    /** A payment that came before the acceptance. */
    private static Optional<Payment> held(Amendment amendment, int quote) {
        return amendment.quotes().stream()
                .filter(there -> there.number() == quote)
                .flatMap(there -> there.state() instanceof QuoteState.Open open
                        ? Optional.ofNullable(open.early()).stream()
                        : Stream.empty())
                .findFirst();
    }

    /** Who told of a payment that is held. */
    private static Actor teller(Claim claim, Payment held) {
        return claim.timeline().stream()
                .filter(entry -> entry.what() == TimelineEntry.What.PAYMENT_HELD
                        && held.paymentId().equals(entry.note()))
                .map(TimelineEntry::actor)
                .findFirst()
                .orElse(Actor.policy(claim.policyVersion()));
    }

    private static void tellPaid(Amendment amendment, Quote quote, Payment payment, Actor by) {
        Claim claim = amendment.before();
        amendment.note(TimelineEntry.What.PAYMENT_RECEIVED, by, quote.lineNumbers(), payment.paymentId());
        amendment.tell(new QuotePaid(
                claim.id(),
                claim.vendor(),
                claim.customer(),
                quote.number(),
                quote.lineNumbers(),
                payment.amount(),
                payment.paidAt()));
    }

    /** Serves these lines like covered ones, with what the quote names; each says that the customer pays. */
    private static void authorise(Amendment amendment, Quote quote, List<ClaimLine> begun) {
        Map<Integer, List<PartQuantity>> parts = parts(quote);
        Authorising authorising = new Authorising(amendment);
        for (ClaimLine line : begun) {
            if (line.state() instanceof LineState.Authorised service) {
                authorising.authorise(
                        line, service.route(), parts.getOrDefault(line.line(), List.of()), quote.number());
            }
        }
        authorising.note(Actor.policy(amendment.before().policyVersion()));
        authorising.tell();
    }

    private static Map<Integer, List<PartQuantity>> parts(Quote quote) {
        Map<Integer, List<PartQuantity>> parts = new LinkedHashMap<>();
        for (QuoteItem item : quote.items()) {
            String part = item.part();
            if (part != null) {
                for (int line : item.lines()) {
                    parts.computeIfAbsent(line, number -> new ArrayList<>())
                            .add(new PartQuantity(part, item.units().intValueExact()));
                }
            }
        }
        return parts;
    }

    private static List<String> clauses(Quote quote) {
        List<String> clauses = new ArrayList<>();
        clauses.add(quote.basis().clause());
        if (quote.basis().reading() != null) {
            clauses.add(quote.basis().reading());
        }
        return clauses;
    }

    private static String note(Quote quote) {
        return "quote " + quote.number();
    }

    /** Says too how the customer told whoever answered for them. */
    private static String note(Quote quote, @Nullable OnBehalf heard) {
        return heard == null ? note(quote) : note(quote) + ", " + heard.channel();
    }

    private static @Nullable AnswerChannel channel(@Nullable OnBehalf heard) {
        return heard == null ? null : heard.channel();
    }

    private static IllegalStateException notAgreed(Quote quote) {
        return new IllegalStateException("quote " + quote.number() + " is not agreed to");
    }
}
