package dev.aftersales.notifications.templates;

import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.CoverageDecided.Effect;
import dev.aftersales.contracts.events.claims.CoverageDecided.Explanation;
import dev.aftersales.contracts.events.claims.CoverageDecided.Reason;
import dev.aftersales.contracts.events.claims.DisputeDecided;
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

/** What the templates about claims can name. */
final class ClaimView {

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

    private final Language language;
    private final QuoteView quotes;

    ClaimView(Language language) {
        this.language = language;
        this.quotes = new QuoteView(language);
    }

    Map<String, Object> of(ClaimNews news) {
        return switch (news) {
            case ClaimNews.ClaimReceived received -> received(received);
            case ClaimNews.EvidenceRequested requested ->
                Map.of(
                        "items",
                        requested.items().stream()
                                .collect(Collectors.groupingBy(Missing::of, LinkedHashMap::new, Collectors.toList()))
                                .entrySet()
                                .stream()
                                .map(same -> item(same.getKey(), same.getValue()))
                                .toList());
            case ClaimNews.CoverageDecided decided -> decided(decided);
            case ClaimNews.CoverageDisputed disputed -> disputed(disputed);
            case ClaimNews.DisputeDecided ended -> ended(ended);
            case ClaimNews.PartsBackordered backordered ->
                Map.of("parts", backordered.missing(), "lines", language.lines(backordered.lines()));
            case ClaimNews.PartsReleased released ->
                Map.of("parts", released.parts(), "lines", language.lines(released.lines()));
            case ClaimNews.PartsDispatched dispatched ->
                Map.of(
                        "lines", language.lines(dispatched.lines()),
                        "carrier", dispatched.carrier(),
                        "trackingNumber", dispatched.trackingNumber(),
                        "dispatchedAt", language.date(dispatched.dispatchedAt()));
            case ClaimNews.Delivered delivered ->
                Map.of(
                        "lines", language.lines(delivered.lines()),
                        "deliveredAt", language.date(delivered.deliveredAt()));
            case ClaimNews.ClaimClosed closed -> Map.of("closedAt", language.date(closed.closedAt()));
        };
    }

    private Map<String, Object> disputed(ClaimNews.CoverageDisputed disputed) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("dispute", disputed.dispute());
        view.put("lines", language.lines(disputed.lines()));
        view.put("clauses", String.join(language.comma(), disputed.clauses()));
        quotes.putWithdrawn(view, disputed.withdrawn(), disputed.lines());
        return view;
    }

    private Map<String, Object> ended(ClaimNews.DisputeDecided ended) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put(ended.outcome().name(), true);
        view.put("dispute", ended.dispute());
        view.put("lines", language.lines(ended.lines()));
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
        view.put("text", language.sentence(standing.text()));
        if (standing.reading() != null) {
            view.put("reading", standing.reading());
        }
        return view;
    }

    private static Map<String, Object> received(ClaimNews.ClaimReceived received) {
        Map<String, Object> view = new LinkedHashMap<>();
        if (received.contractNumber() != null) {
            view.put("contractNumber", received.contractNumber());
        }
        view.put("model", received.model());
        view.put("faultCode", received.faultCode());
        view.put("units", Units.of(received.lines()));
        return view;
    }

    private Map<String, Object> item(Missing missing, List<ClaimNews.EvidenceRequested.Item> same) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("clause", missing.clause());
        List<Integer> lines = same.stream()
                .map(ClaimNews.EvidenceRequested.Item::line)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!lines.isEmpty()) {
            item.put("lackedBy", language.lines(lines));
        }
        CoverageDecided.Words words = same.stream()
                .map(ClaimNews.EvidenceRequested.Item::words)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (KNOWN_ITEMS.contains(missing.item())) {
            item.put(missing.item(), true);
        } else if (words != null) {
            item.put("other", PlainText.line(language.in(words)));
        } else {
            item.put("other", missing.item().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return item;
    }

    private Map<String, Object> decided(ClaimNews.CoverageDecided decided) {
        Map<Group, List<UnitLine>> groups = new LinkedHashMap<>();
        // A letter gives the reasons of so many explanations; lines beyond are told the clauses.
        Map<String, List<Reason>> explanations = decided.explanations().stream()
                .limit(View.NAMED)
                .collect(Collectors.toMap(Explanation::id, Explanation::reasons, (one, same) -> one));
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        for (ClaimNews.CoverageDecided.Line line : decided.lines()) {
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
        if (verdicts.stream().allMatch(ClaimView::judged)) {
            view.put("judged", true);
        }
        if (decided.lines().stream().anyMatch(ClaimView::answered)) {
            view.put("contestable", true);
        }
        if (Boolean.TRUE.equals(decided.explained())) {
            view.put("explained", true);
        }
        CoverageDecided.DisputeAnswer dispute = decided.dispute();
        if (dispute != null) {
            view.put(dispute.upheld() ? "upheld" : "rejected", Map.of("dispute", dispute.number()));
        }
        quotes.putWithdrawn(
                view,
                decided.withdrawn(),
                decided.lines().stream()
                        .map(ClaimNews.CoverageDecided.Line::line)
                        .collect(Collectors.toSet()));
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
        quotes.putSendBy(view, group.sendBy());
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
                .map(language::sentence)
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
                                : language.in(charge.words()))
                        .distinct()
                        .toList());
    }

    private Map<String, Object> goodwill(CoverageDecided.Goodwill goodwill, @Nullable Route route) {
        Map<String, Object> view = new LinkedHashMap<>();
        List<CoverageDecided.Words> items = goodwill.items();
        if (items == null) {
            view.put("all", true);
        } else {
            view.put("items", items.stream().map(language::in).collect(Collectors.joining(language.comma())));
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
            view.put("inWords", language.sentence(words));
        }
        view.put("clause", reason.clause());
        view.put("text", language.sentence(reason.text()));
        if (reason.reading() != null) {
            view.put("reading", reason.reading());
        }
        if (reason.counterfactual() != null) {
            boolean open = reason.effect() == Effect.SUSPECTED || reason.effect() == Effect.UNDECIDED;
            view.put(open ? "open" : "otherwise", language.sentence(reason.counterfactual()));
        }
        return view;
    }

    private static List<Reason> reasons(ClaimNews.CoverageDecided.Line line, Map<String, List<Reason>> explanations) {
        return line.explanationId() == null ? List.of() : explanations.getOrDefault(line.explanationId(), List.of());
    }

    private static boolean judged(Verdict verdict) {
        return verdict != Verdict.NEEDS_REVIEW && verdict != Verdict.NEEDS_EVIDENCE;
    }

    /** Whether the line is answered in a way that leaves the customer something to pay, and is not served all the same. */
    private static boolean answered(ClaimNews.CoverageDecided.Line line) {
        CoverageDecided.Goodwill goodwill = line.goodwill();
        return switch (line.verdict()) {
            case NOT_COVERED_OFFER_QUOTE, COVERED_PARTIAL, REDIRECT -> goodwill == null || goodwill.items() != null;
            case COVERED, NEEDS_EVIDENCE, NEEDS_REVIEW -> false;
        };
    }

    /** What is asked for, of the whole claim or of some lines; its words stand with the first that lacks it. */
    private record Missing(String clause, String item, boolean wholeClaim) {
        static Missing of(ClaimNews.EvidenceRequested.Item item) {
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
            return lines.size() <= View.NAMED
                    ? new Units(lines, null)
                    : new Units(lines.subList(0, View.NAMED), lines.size() - View.NAMED);
        }
    }
}
