package dev.aftersales.notifications.templates;

import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.CoverageDecided.Effect;
import dev.aftersales.contracts.events.claims.CoverageDecided.Explanation;
import dev.aftersales.contracts.events.claims.CoverageDecided.Reason;
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

    private final Language language;
    private final @Nullable String link;

    View(Language language, @Nullable String link) {
        this.language = language;
        this.link = link;
    }

    Map<String, Object> of(News news, String claim, String vendorName, String name) {
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
                });
        view.put("claim", claim);
        if (link != null) {
            view.put("link", link);
        }
        view.put("vendor", vendorName);
        view.put("name", name);
        return view;
    }

    private static Map<String, Object> received(News.ClaimReceived received) {
        return Map.of(
                "contractNumber", received.contractNumber(),
                "model", received.model(),
                "faultCode", received.faultCode(),
                "units", Units.of(received.lines()));
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
        if (KNOWN_ITEMS.contains(missing.item())) {
            item.put(missing.item(), true);
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
                            new Group(line.verdict(), line.route(), line.clauses(), reasons(line, explanations)),
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
        // The subject says the verdict only where it is one for all.
        view.put(verdicts.size() == 1 ? "all_" + verdicts.iterator().next().name() : "mixed", true);
        return view;
    }

    private Map<String, Object> group(Group group, List<UnitLine> lines) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("units", Units.of(lines));
        view.put(group.verdict().name(), true);
        if (group.route() != null) {
            view.put(group.route().name(), true);
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

    private void putIfAny(Map<String, Object> view, String name, Collection<String> clauses) {
        if (!clauses.isEmpty()) {
            view.put(name, String.join(language.comma(), clauses));
        }
    }

    private Map<String, Object> reason(Reason reason) {
        Map<String, Object> view = new LinkedHashMap<>(Fact.of(reason.fact(), reason.value(), language));
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
        return PlainText.sentence(
                switch (language) {
                    case EN -> words.en();
                    case ZH -> words.zh();
                });
    }

    private static List<Reason> reasons(News.CoverageDecided.Line line, Map<String, List<Reason>> explanations) {
        return line.explanationId() == null ? List.of() : explanations.getOrDefault(line.explanationId(), List.of());
    }

    private static boolean judged(Verdict verdict) {
        return verdict != Verdict.NEEDS_REVIEW && verdict != Verdict.NEEDS_EVIDENCE;
    }

    private String lines(List<Integer> lines) {
        String named = lines.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(language.comma()));
        return lines.size() <= NAMED ? named : named + language.andMore(lines.size() - NAMED);
    }

    /** What is asked for in the same words, of the whole claim or of some lines. */
    private record Missing(String clause, String item, boolean wholeClaim) {
        static Missing of(News.EvidenceRequested.Item item) {
            return new Missing(item.clause(), item.item(), item.line() == null);
        }
    }

    /** Lines that are told the same. */
    private record Group(Verdict verdict, @Nullable Route route, List<String> clauses, List<Reason> reasons) {}

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
