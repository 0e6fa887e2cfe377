package dev.aftersales.notifications.templates;

import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
                                requested.items().stream().map(this::item).toList());
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

    private Map<String, Object> item(News.EvidenceRequested.Item missing) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("clause", missing.clause());
        if (missing.line() != null) {
            item.put("line", missing.line());
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
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        for (News.CoverageDecided.Line line : decided.lines()) {
            verdicts.add(line.verdict());
            groups.computeIfAbsent(new Group(line.verdict(), line.route(), line.clauses()), group -> new ArrayList<>())
                    .add(new UnitLine(line.line(), line.serial(), 1));
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("policyVersion", decided.policyVersion());
        view.put(
                "groups",
                groups.entrySet().stream()
                        .map(group -> group(group.getKey(), group.getValue()))
                        .toList());
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
        if (!group.clauses().isEmpty()) {
            view.put("clauses", String.join(language.comma(), group.clauses()));
        }
        return view;
    }

    private String lines(List<Integer> lines) {
        return lines.stream().map(String::valueOf).collect(Collectors.joining(language.comma()));
    }

    /** Lines that are told the same. */
    private record Group(Verdict verdict, @Nullable Route route, List<String> clauses) {}

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
