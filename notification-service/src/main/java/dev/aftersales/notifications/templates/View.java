package dev.aftersales.notifications.templates;

import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.claims.AnswerChannel;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.CoverageDecided.Effect;
import dev.aftersales.contracts.events.claims.CoverageDecided.Explanation;
import dev.aftersales.contracts.events.claims.CoverageDecided.Reason;
import dev.aftersales.contracts.events.claims.DisputeDecided;
import dev.aftersales.contracts.events.claims.PayBefore;
import dev.aftersales.contracts.events.claims.QuoteIssued;
import dev.aftersales.contracts.events.claims.WithdrawnQuote;
import dev.aftersales.contracts.events.policies.PolicyNoticeRequested.Change;
import dev.aftersales.contracts.events.policies.PolicyNoticeWithdrawn;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the templates can name. */
final class View {

    /** A letter names so many units one by one; the rest are counted. */
    private static final int NAMED = 20;

    private static final Set<String> KNOWN_ITEMS = Set.of(
            "PHOTO_OR_VIDEO",
            "SERIAL",
            "SERIAL_UNDER_CONTRACT",
            "CONTRACT_NUMBER",
            "KNOWN_CONTRACT_NUMBER",
            "MODEL",
            "FAULT_DESCRIPTION",
            "BILL_OF_LADING_DATE");

    private static final Set<String> LEGS = Set.of("INBOUND_FREIGHT", "RETURN_FREIGHT", "URGENT_FREIGHT", "DUTY");

    /** What is the customer's to do; everything else that is promised is the vendor's. */
    private static final Map<String, String> CUSTOMERS_TO_DO =
            Map.of("DEVICE_SENT", "send", "DEVICE_RECEIVED", "arrive", "PAID", "pay");

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
    private final @Nullable String link;
    private final Instant at;

    /** @param at business time at which the letter is written */
    View(Language language, @Nullable String link, Instant at) {
        this.language = language;
        this.link = link;
        this.at = at;
    }

    Map<String, Object> of(News news, @Nullable String claim, String vendorName, String name) {
        Map<String, Object> view = new LinkedHashMap<>(
                switch (news) {
                    case News.ClaimReceived received -> received(received);
                    case News.EvidenceRequested requested ->
                        Map.of(
                                "items",
                                requested.items().stream()
                                        .collect(Collectors.groupingBy(
                                                Missing::of, LinkedHashMap::new, Collectors.toList()))
                                        .entrySet()
                                        .stream()
                                        .map(same -> item(same.getKey(), same.getValue()))
                                        .toList());
                    case News.CoverageDecided decided -> decided(decided);
                    case News.CoverageDisputed disputed -> disputed(disputed);
                    case News.DisputeDecided ended -> ended(ended);
                    case News.QuoteRequested requested -> requested(requested);
                    case News.QuoteIssued issued -> quoted(issued);
                    case News.QuoteAccepted accepted -> accepted(accepted);
                    case News.QuoteDeclined declined -> declined(declined);
                    case News.QuoteExpired expired -> Map.of("quote", expired.quote(), "lines", lines(expired.lines()));
                    case News.PaymentReceived received ->
                        Map.of(
                                "quote", received.quote(),
                                "lines", lines(received.lines()),
                                "amount", language.money(received.amount()),
                                "paidAt", language.date(received.paidAt()));
                    case News.PartsBackordered backordered ->
                        Map.of("parts", backordered.missing(), "lines", lines(backordered.lines()));
                    case News.PartsReleased released ->
                        Map.of("parts", released.parts(), "lines", lines(released.lines()));
                    case News.PartsDispatched dispatched ->
                        Map.of(
                                "lines", lines(dispatched.lines()),
                                "carrier", dispatched.carrier(),
                                "trackingNumber", dispatched.trackingNumber(),
                                "dispatchedAt", language.date(dispatched.dispatchedAt()));
                    case News.Delivered delivered ->
                        Map.of(
                                "lines", lines(delivered.lines()),
                                "deliveredAt", language.date(delivered.deliveredAt()));
                    case News.ClaimClosed closed -> Map.of("closedAt", language.date(closed.closedAt()));
                    case News.ClaimExpired expired -> expired(expired);
                    case News.DeadlineReminder reminder -> reminder(reminder);
                    case News.DeadlineMissed missed -> deadline(missed.deadline());
                    case News.ClosingHeld held -> held(held);
                    case News.DeviceReportedLate reported -> device(reported.device());
                    case News.DeviceToSeeTo toSeeTo -> toSeeTo(toSeeTo);
                    case News.DeadlineWarned warned -> warned(warned);
                    case News.DeadlineBreached breached -> late(breached.deadline(), breached.countsFrom());
                    case News.DeadlineEscalated escalated -> escalated(escalated);
                    case News.PolicyNotice notice -> notice(notice);
                    case News.PolicyNoticeWithdrawn withdrawn -> withdrawn(withdrawn);
                    case News.CalendarYearWanted wanted -> wanted(wanted);
                    case News.BatchNotice notice -> new BatchView(language, at).of(notice);
                    case News.BatchNoticeWithdrawn withdrawn -> new BatchView(language, at).of(withdrawn);
                    case News.OfBatchIssue batch -> new BatchView(language, at).of(batch);
                });
        if (claim != null) {
            view.put("claim", claim);
        }
        if (link != null) {
            view.put("link", link);
        }
        view.put("vendor", vendorName);
        view.put("name", name);
        return view;
    }

    private Map<String, Object> expired(News.ClaimExpired expired) {
        Map<String, Object> view = deadline(expired.deadline());
        view.put(expired.claimClosed() ? "claimClosed" : "othersGoOn", true);
        view.put(
                "expiredAt",
                language.moment(expired.expiredAt(), expired.deadline().zone()));
        return view;
    }

    private Map<String, Object> reminder(News.DeadlineReminder reminder) {
        Map<String, Object> view = deadline(reminder.deadline());
        if (reminder.number() != null) {
            view.put("number", reminder.number());
            // The policy reminds of sending the device for the sake of the day on which the claim closes without it.
            if (view.remove("send") != null) {
                view.put("arrive", true);
            }
        }
        if (reminder.at().isAfter(reminder.deadline().dueAt())) {
            view.put("over", true);
        }
        return view;
    }

    private Map<String, Object> held(News.ClosingHeld held) {
        Map<String, Object> view = deadline(held.deadline());
        view.put(
                "was",
                language.moment(held.since().minusSeconds(1), held.deadline().zone()));
        return view;
    }

    private Map<String, Object> toSeeTo(News.DeviceToSeeTo toSeeTo) {
        Map<String, Object> view = device(toSeeTo.device());
        if (!toSeeTo.otherClaims().isEmpty()) {
            view.put("others", String.join(language.comma(), toSeeTo.otherClaims()));
        }
        return view;
    }

    private Map<String, Object> device(News.LateDevice device) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("clause", device.clause());
        view.put("lines", lines(device.lines()));
        view.put(device.sent() ? "sent" : "came", true);
        view.put(device.reopened() ? "goesOn" : "staysClosed", true);
        view.put("happenedAt", language.moment(device.happenedAt(), device.zone()));
        view.put("expiredAt", language.moment(device.expiredAt(), device.zone()));
        if (device.heldUntil() != null) {
            view.put("until", language.moment(device.heldUntil(), device.zone()));
        }
        return view;
    }

    private Map<String, Object> warned(News.DeadlineWarned warned) {
        Map<String, Object> view = deadline(warned.deadline());
        String zone = warned.deadline().zone();
        if (warned.number() != null) {
            view.put("number", warned.number());
        }
        view.put("countsFrom", language.moment(warned.countsFrom(), zone));
        view.put("warnedAt", language.moment(warned.at(), zone));
        return view;
    }

    private Map<String, Object> late(News.Deadline deadline, Instant countsFrom) {
        Map<String, Object> view = deadline(deadline);
        view.put("countsFrom", language.moment(countsFrom, deadline.zone()));
        view.put("late", language.length(Duration.between(deadline.dueAt(), at)));
        return view;
    }

    private Map<String, Object> escalated(News.DeadlineEscalated escalated) {
        Map<String, Object> view = late(escalated.deadline(), escalated.countsFrom());
        view.put("number", escalated.number());
        if (!view.containsKey("ours")) {
            view.put("customers", true);
        }
        return view;
    }

    private Map<String, Object> deadline(News.Deadline deadline) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("policyVersion", deadline.policyVersion());
        view.put("clause", deadline.clause());
        view.put("promised", PlainText.line(in(deadline.promise().words())));
        view.put("lines", lines(deadline.lines()));
        view.put("due", language.moment(deadline.dueAt(), deadline.zone()));
        view.put(CUSTOMERS_TO_DO.getOrDefault(deadline.promise().stop(), "ours"), true);
        return view;
    }

    private Map<String, Object> disputed(News.CoverageDisputed disputed) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("dispute", disputed.dispute());
        view.put("lines", lines(disputed.lines()));
        view.put("clauses", String.join(language.comma(), disputed.clauses()));
        putWithdrawn(view, disputed.withdrawn(), disputed.lines());
        return view;
    }

    /** @param told lines that the letter is about, of which it says what happens next */
    private void putWithdrawn(
            Map<String, Object> view, @Nullable List<WithdrawnQuote> withdrawn, Collection<Integer> told) {
        if (withdrawn == null) {
            return;
        }
        List<Map<String, Object>> quotes = new ArrayList<>();
        for (WithdrawnQuote quote : withdrawn) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("quote", quote.quote());
            one.put("lines", lines(quote.lines()));
            List<Integer> others =
                    quote.lines().stream().filter(line -> !told.contains(line)).toList();
            if (!others.isEmpty()) {
                one.put("others", lines(others));
            }
            quotes.add(one);
        }
        view.put("withdrawn", quotes);
    }

    private Map<String, Object> ended(News.DisputeDecided ended) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put(ended.outcome().name(), true);
        view.put("dispute", ended.dispute());
        view.put("lines", lines(ended.lines()));
        view.put("clauses", String.join(language.comma(), ended.clauses()));
        List<DisputeDecided.Standing> standing = ended.standing();
        if (standing != null) {
            view.put("standing", standing.stream().map(this::standing).toList());
        }
        return view;
    }

    private Map<String, Object> standing(DisputeDecided.Standing standing) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("clause", standing.clause());
        view.put("text", sentence(standing.text()));
        if (standing.reading() != null) {
            view.put("reading", standing.reading());
        }
        return view;
    }

    private Map<String, Object> notice(News.PolicyNotice notice) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("policyVersion", notice.policyVersion());
        view.put("effectiveFrom", language.start(notice.effectiveFrom(), notice.zone()));
        view.put("changes", notice.changes().stream().map(this::sentence).toList());
        if (notice.moreChanges() > 0) {
            view.put("more", notice.moreChanges());
        }
        return view;
    }

    private Map<String, Object> withdrawn(News.PolicyNoticeWithdrawn withdrawn) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("policyVersion", withdrawn.policyVersion());
        if (withdrawn.inForce() != null) {
            view.put("inForce", withdrawn.inForce());
        }
        PolicyNoticeWithdrawn.Next next = withdrawn.next();
        if (next != null) {
            view.put(
                    "next",
                    Map.of("version", next.version(), "from", language.start(next.effectiveFrom(), next.zone())));
        }
        return view;
    }

    private Map<String, Object> wanted(News.CalendarYearWanted wanted) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("calendar", wanted.calendar());
        view.put("version", wanted.version());
        view.put("calendarName", PlainText.line(in(wanted.words())));
        view.put("year", Integer.toString(wanted.year()));
        view.put("begins", language.moment(wanted.beginsAt(), wanted.zone()));
        view.put(wanted.awaited() ? "awaited" : "ahead", true);
        return view;
    }

    private String sentence(Change change) {
        return PlainText.sentence(
                switch (language) {
                    case EN -> change.en();
                    case ZH -> change.zh();
                });
    }

    private Map<String, Object> requested(News.QuoteRequested requested) {
        Map<String, Object> view = new LinkedHashMap<>();
        if (!requested.lines().isEmpty()) {
            view.put("known", Map.of("lines", lines(requested.lines())));
        }
        if (!requested.diagnosed().isEmpty()) {
            view.put("diagnosed", Map.of("lines", lines(requested.diagnosed())));
        }
        return view;
    }

    private Map<String, Object> quoted(News.QuoteIssued issued) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("quote", issued.quote());
        view.put("lines", lines(issued.lines()));
        view.put(
                "items",
                issued.items().stream().limit(NAMED).map(this::quotedItem).toList());
        int more = Math.max(0, issued.items().size() - NAMED) + Objects.requireNonNullElse(issued.moreItems(), 0);
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

    private Map<String, Object> accepted(News.QuoteAccepted accepted) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("quote", accepted.quote());
        view.put("lines", lines(accepted.lines()));
        view.put("total", language.money(accepted.total()));
        putPayment(view, accepted.payBefore(), accepted.partsOnly());
        if (accepted.payUntil() != null) {
            view.put("payUntil", language.deadline(accepted.payUntil(), accepted.zone()));
        }
        putHeard(view, accepted.heardBy());
        putSendBy(view, accepted.sendBy());
        return view;
    }

    private Map<String, Object> declined(News.QuoteDeclined declined) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("quote", declined.quote());
        view.put("lines", lines(declined.lines()));
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

    private void putSendBy(Map<String, Object> view, CoverageDecided.@Nullable SendBy sendBy) {
        if (sendBy != null) {
            view.put(
                    "sendBy",
                    Map.of("due", language.moment(sendBy.dueAt(), sendBy.zone()), "sendClause", sendBy.clause()));
        }
    }

    private static Map<String, Object> received(News.ClaimReceived received) {
        Map<String, Object> view = new LinkedHashMap<>();
        if (received.contractNumber() != null) {
            view.put("contractNumber", received.contractNumber());
        }
        view.put("model", received.model());
        view.put("faultCode", received.faultCode());
        view.put("units", Units.of(received.lines()));
        return view;
    }

    private Map<String, Object> item(Missing missing, List<News.EvidenceRequested.Item> same) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("clause", missing.clause());
        List<Integer> lines = same.stream()
                .map(News.EvidenceRequested.Item::line)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!lines.isEmpty()) {
            item.put("lackedBy", lines(lines));
        }
        CoverageDecided.Words words = same.stream()
                .map(News.EvidenceRequested.Item::words)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (KNOWN_ITEMS.contains(missing.item())) {
            item.put(missing.item(), true);
        } else if (words != null) {
            item.put("other", PlainText.line(in(words)));
        } else {
            item.put("other", missing.item().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return item;
    }

    private Map<String, Object> decided(News.CoverageDecided decided) {
        Map<Group, List<UnitLine>> groups = new LinkedHashMap<>();
        // A letter gives the reasons of so many explanations; lines beyond are told the clauses.
        Map<String, List<Reason>> explanations = decided.explanations().stream()
                .limit(NAMED)
                .collect(Collectors.toMap(Explanation::id, Explanation::reasons, (one, same) -> one));
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        for (News.CoverageDecided.Line line : decided.lines()) {
            verdicts.add(line.verdict());
            groups.computeIfAbsent(
                            new Group(
                                    line.verdict(),
                                    line.route(),
                                    line.clauses(),
                                    reasons(line, explanations),
                                    line.charges() == null ? List.of() : line.charges(),
                                    line.goodwill(),
                                    Boolean.TRUE.equals(line.partsOnly()),
                                    line.sendBy()),
                            group -> new ArrayList<>())
                    .add(new UnitLine(line.line(), line.serial(), 1));
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("policyVersion", decided.policyVersion());
        view.put(
                "groups",
                groups.entrySet().stream()
                        .map(group -> group(group.getKey(), group.getValue()))
                        .toList());
        if (verdicts.stream().allMatch(View::judged)) {
            view.put("judged", true);
        }
        if (decided.lines().stream().anyMatch(View::answered)) {
            view.put("contestable", true);
        }
        if (Boolean.TRUE.equals(decided.explained())) {
            view.put("explained", true);
        }
        CoverageDecided.DisputeAnswer dispute = decided.dispute();
        if (dispute != null) {
            view.put(dispute.upheld() ? "upheld" : "rejected", Map.of("dispute", dispute.number()));
        }
        putWithdrawn(
                view,
                decided.withdrawn(),
                decided.lines().stream().map(News.CoverageDecided.Line::line).collect(Collectors.toSet()));
        // The subject says the verdict only where it is one for all, and nothing stands beside it.
        boolean plain = verdicts.size() == 1 && decided.lines().stream().allMatch(line -> line.goodwill() == null);
        view.put(plain ? "all_" + verdicts.iterator().next().name() : "mixed", true);
        return view;
    }

    private Map<String, Object> group(Group group, List<UnitLine> lines) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("units", Units.of(lines));
        view.put(group.verdict().name(), true);
        if (group.route() != null) {
            view.put(group.route().name(), true);
        }
        putSendBy(view, group.sendBy());
        CoverageDecided.Goodwill goodwill = group.goodwill();
        if (goodwill == null || goodwill.items() != null) {
            putCharges(view, "weBear", group, CoverageDecided.Payer.VENDOR);
            putCharges(view, "youBear", group, CoverageDecided.Payer.CUSTOMER);
            putCharges(view, "agreed", group, CoverageDecided.Payer.AGREE);
        }
        boolean quotable =
                group.verdict() == Verdict.NOT_COVERED_OFFER_QUOTE || group.verdict() == Verdict.COVERED_PARTIAL;
        if (goodwill == null) {
            view.put("quoted", true);
        } else {
            view.put("goodwill", goodwill(goodwill, group.route()));
        }
        if (quotable && group.route() == null && (goodwill == null || goodwill.items() != null)) {
            view.put("offer", true);
        }
        if (group.verdict() == Verdict.REDIRECT) {
            view.put("redirected", redirected(group.reasons()));
        }
        Set<String> deciding = new LinkedHashSet<>();
        group.reasons().forEach(reason -> deciding.add(reason.clause()));
        putIfAny(view, "deciding", deciding);
        putIfAny(
                view,
                deciding.isEmpty() ? "clauses" : "supporting",
                group.clauses().stream()
                        .filter(clause -> !deciding.contains(clause))
                        .toList());
        // What is granted is told by the promises of the policy and by what happens next.
        view.put(
                "reasons",
                group.reasons().stream()
                        .filter(reason -> reason.effect() != Effect.GRANTS)
                        .map(this::reason)
                        .toList());
        return view;
    }

    /** What to do about it, from the vendor's policy; a letter of before that was told has none. */
    private Map<String, Object> redirected(List<Reason> reasons) {
        List<String> next = reasons.stream()
                .map(Reason::next)
                .filter(Objects::nonNull)
                .map(this::sentence)
                .distinct()
                .toList();
        return next.isEmpty() ? Map.of() : Map.of("next", next);
    }

    private void putCharges(Map<String, Object> view, String name, Group group, CoverageDecided.Payer payer) {
        putIfAny(
                view,
                name,
                group.charges().stream()
                        .filter(charge -> charge.payer() == payer && group.occurs(charge.item()))
                        .map(charge -> group.sendsOnlyParts() && charge.item().equals("RETURN_FREIGHT")
                                ? language.freightToYou()
                                : in(charge.words()))
                        .distinct()
                        .toList());
    }

    private Map<String, Object> goodwill(CoverageDecided.Goodwill goodwill, @Nullable Route route) {
        Map<String, Object> view = new LinkedHashMap<>();
        List<CoverageDecided.Words> items = goodwill.items();
        if (items == null) {
            view.put("all", true);
        } else {
            view.put("items", items.stream().map(this::in).collect(Collectors.joining(language.comma())));
        }
        if (route == null && items == null) {
            view.put("looked", true);
        }
        return view;
    }

    private void putIfAny(Map<String, Object> view, String name, Collection<String> clauses) {
        if (!clauses.isEmpty()) {
            view.put(name, String.join(language.comma(), clauses));
        }
    }

    private Map<String, Object> reason(Reason reason) {
        Map<String, Object> view = new LinkedHashMap<>();
        CoverageDecided.Words words = reason.words();
        if (words == null) {
            view.putAll(Fact.of(reason.fact(), reason.value(), language));
        } else {
            view.put("inWords", sentence(words));
        }
        view.put("clause", reason.clause());
        view.put("text", sentence(reason.text()));
        if (reason.reading() != null) {
            view.put("reading", reason.reading());
        }
        if (reason.counterfactual() != null) {
            boolean open = reason.effect() == Effect.SUSPECTED || reason.effect() == Effect.UNDECIDED;
            view.put(open ? "open" : "otherwise", sentence(reason.counterfactual()));
        }
        return view;
    }

    private String sentence(CoverageDecided.Words words) {
        return PlainText.sentence(in(words));
    }

    private String in(CoverageDecided.Words words) {
        return switch (language) {
            case EN -> words.en();
            case ZH -> words.zh();
        };
    }

    private static List<Reason> reasons(News.CoverageDecided.Line line, Map<String, List<Reason>> explanations) {
        return line.explanationId() == null ? List.of() : explanations.getOrDefault(line.explanationId(), List.of());
    }

    private static boolean judged(Verdict verdict) {
        return verdict != Verdict.NEEDS_REVIEW && verdict != Verdict.NEEDS_EVIDENCE;
    }

    /** Whether the line is answered in a way that leaves the customer something to pay, and is not served all the same. */
    private static boolean answered(News.CoverageDecided.Line line) {
        CoverageDecided.Goodwill goodwill = line.goodwill();
        return switch (line.verdict()) {
            case NOT_COVERED_OFFER_QUOTE, COVERED_PARTIAL, REDIRECT -> goodwill == null || goodwill.items() != null;
            case COVERED, NEEDS_EVIDENCE, NEEDS_REVIEW -> false;
        };
    }

    private String lines(List<Integer> lines) {
        String named = lines.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(language.comma()));
        return lines.size() <= NAMED ? named : named + language.andMore(lines.size() - NAMED);
    }

    /** What is asked for, of the whole claim or of some lines; its words stand with the first that lacks it. */
    private record Missing(String clause, String item, boolean wholeClaim) {
        static Missing of(News.EvidenceRequested.Item item) {
            return new Missing(item.clause(), item.item(), item.line() == null);
        }
    }

    /** Lines that are told the same. */
    private record Group(
            Verdict verdict,
            @Nullable Route route,
            List<String> clauses,
            List<Reason> reasons,
            List<CoverageDecided.Charge> charges,
            CoverageDecided.@Nullable Goodwill goodwill,
            boolean partsOnly,
            CoverageDecided.@Nullable SendBy sendBy) {

        boolean sendsOnlyParts() {
            return partsOnly || route == Route.PARTS;
        }

        /** A leg of freight is spoken of only where something travels it. */
        boolean occurs(String item) {
            if (!LEGS.contains(item)) {
                return true;
            }
            if (sendsOnlyParts()) {
                return !item.equals("INBOUND_FREIGHT");
            }
            return route != Route.ON_SITE && route != Route.REMOTE_SUPPORT;
        }
    }

    /**
     * The units of a letter.
     *
     * @param named the first ones
     * @param more how many lines come after them; absent when none
     */
    record Units(List<UnitLine> named, @Nullable Integer more) {
        static Units of(List<UnitLine> lines) {
            return lines.size() <= NAMED
                    ? new Units(lines, null)
                    : new Units(lines.subList(0, NAMED), lines.size() - NAMED);
        }
    }
}
