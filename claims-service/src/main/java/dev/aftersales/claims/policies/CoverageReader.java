package dev.aftersales.claims.policies;

import dev.aftersales.claims.adjudication.ItemClass;
import dev.aftersales.claims.adjudication.rules.Basis;
import dev.aftersales.claims.adjudication.rules.Coverage;
import dev.aftersales.contracts.events.Route;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what is covered, and how it is served. */
final class CoverageReader {

    private CoverageReader() {}

    static Coverage coverage(PackSection section, PackNames names) {
        List<Basis> grants =
                section.optionalSections("grants").stream().map(names::basis).toList();
        Map<Route, Coverage.RouteRule> routes = routes(section.section("routes"), names);
        Route fallback = section.oneOf(Route.class, "fallback");
        Coverage.RouteRule fallbackRule = routes.get(fallback);
        if (fallbackRule == null
                || fallbackRule.byPerson()
                || !fallbackRule.when().isEmpty()) {
            throw section.error(
                    "fallback", "'" + fallback + "' must be a route that the policy serves unconditionally");
        }
        Coverage coverage = new Coverage(
                itemClasses(section, names),
                gates(section, names),
                causes(section.section("causes"), names),
                doubtful(section, names),
                grants,
                routes,
                fallback);
        section.end();
        return coverage;
    }

    private static Coverage.@Nullable ItemClasses itemClasses(PackSection coverage, PackNames names) {
        PackSection section = coverage.optionalSection("itemClasses");
        if (section == null) {
            return null;
        }
        Coverage.ItemClasses classes = new Coverage.ItemClasses(
                names.clause(section, "clause"),
                names.optionalReading(section),
                section.someOf(ItemClass.class, "covered"));
        section.end();
        return classes;
    }

    private static List<Coverage.Gate> gates(PackSection coverage, PackNames names) {
        List<Coverage.Gate> gates = new ArrayList<>();
        for (PackSection section : coverage.optionalSections("gates")) {
            List<Coverage.Alternative> anyOf = new ArrayList<>();
            for (PackSection alternative : section.sections("anyOf")) {
                anyOf.add(new Coverage.Alternative(
                        names.clause(alternative, "clause"),
                        names.optionalReading(alternative),
                        names.conditions(alternative, "when")));
                alternative.end();
            }
            Coverage.Unknown unknown =
                    section.has("unknown") ? section.oneOf(Coverage.Unknown.class, "unknown") : Coverage.Unknown.IGNORE;
            gates.add(new Coverage.Gate(
                    anyOf,
                    section.oneOf(Coverage.Unmet.class, "unmet"),
                    unknown,
                    unknown == Coverage.Unknown.NEEDS_EVIDENCE ? section.text("item") : null,
                    unknown == Coverage.Unknown.MET ? names.reading(section, "reading") : null));
            section.end();
        }
        return gates;
    }

    private static Coverage.Causes causes(PackSection section, PackNames names) {
        Coverage.Others others =
                section.has("others") ? section.oneOf(Coverage.Others.class, "others") : Coverage.Others.NEEDS_REVIEW;
        Coverage.Causes causes = new Coverage.Causes(
                names.clause(section, "clause"),
                names.optionalReading(section),
                others == Coverage.Others.COVERED ? section.optionalTexts("covered") : section.texts("covered"),
                others);
        section.end();
        return causes;
    }

    private static Coverage.@Nullable Doubtful doubtful(PackSection coverage, PackNames names) {
        PackSection section = coverage.optionalSection("doubtful");
        if (section == null) {
            return null;
        }
        Coverage.Doubtful doubtful = new Coverage.Doubtful(
                section.texts("causes"), names.clause(section, "clause"), names.optionalReading(section));
        section.end();
        return doubtful;
    }

    private static Map<Route, Coverage.RouteRule> routes(PackSection section, PackNames names) {
        Map<Route, Coverage.RouteRule> routes = new EnumMap<>(Route.class);
        for (String name : section.keys()) {
            Route route = section.oneOf(Route.class, name, name);
            PackSection rule = section.section(name);
            routes.put(
                    route,
                    new Coverage.RouteRule(
                            names.clause(rule, "clause"),
                            names.readingOrSettling(rule),
                            names.conditions(rule, "when"),
                            rule.optionalText("orContract"),
                            "PERSON".equals(rule.optionalText("by"))));
            rule.end();
        }
        return routes;
    }
}
