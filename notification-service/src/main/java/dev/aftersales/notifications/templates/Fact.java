package dev.aftersales.notifications.templates;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fact that a verdict rests on, as the templates can name it. */
final class Fact {

    /** The paper that a term counts from, for example {@code BILL_OF_LADING BL-1 of 2025-03-20, through 2026-03-20}. */
    private static final Pattern TERM =
            Pattern.compile("([A-Z_]+) (.+) of (\\d{4}-\\d{2}-\\d{2}), through (\\d{4}-\\d{2}-\\d{2})");

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]*");
    private static final Set<String> PAPERS = Set.of("BILL_OF_LADING", "AIR_OR_ROAD_WAYBILL", "CONTRACT_DELIVERY");
    private static final Set<String> KNOWN =
            Set.of("submitted", "cause", "finding", "declaredCause", "itemClass", "serialLabel", "tamperLabel");

    private Fact() {}

    /** One section of the template: the fact's own where there is one, {@code otherFact} for any other. */
    static Map<String, Object> of(String fact, String value, Language language) {
        Matcher term = TERM.matcher(value);
        if (fact.equals("term") && term.matches() && PAPERS.contains(term.group(1))) {
            return Map.of(
                    "term",
                    Map.of(
                            term.group(1),
                            true,
                            "paper",
                            term.group(2),
                            "date",
                            term.group(3),
                            "lastDay",
                            term.group(4)));
        }
        Map<String, Object> view = new HashMap<>();
        view.put("value", value(value, language));
        view.put(KNOWN.contains(fact) ? fact : "otherFact", true);
        return view;
    }

    /** Codes of the policy are English words. */
    private static String value(String value, Language language) {
        return language == Language.EN && CODE.matcher(value).matches()
                ? value.toLowerCase(Locale.ROOT).replace('_', ' ')
                : value;
    }
}
