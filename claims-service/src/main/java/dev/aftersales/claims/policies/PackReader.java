package dev.aftersales.claims.policies;

import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.DocumentKind;
import dev.aftersales.claims.adjudication.ItemClass;
import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.claims.adjudication.rules.Basis;
import dev.aftersales.claims.adjudication.rules.Condition;
import dev.aftersales.claims.adjudication.rules.Coverage;
import dev.aftersales.claims.adjudication.rules.Exclusion;
import dev.aftersales.claims.adjudication.rules.Observation;
import dev.aftersales.claims.adjudication.rules.Phrase;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.Precedence;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.claims.adjudication.rules.Requirement;
import dev.aftersales.claims.adjudication.rules.Term;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Route;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads a policy pack. It takes nothing for granted: every name must be introduced, every text be there in both
 * languages, every key be known; the first thing that is wrong ends the reading with a {@link PackError}.
 */
final class PackReader {

    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

    private final ObjectMapper yaml = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * The rules of a pack.
     *
     * @param file its path, for messages
     */
    PolicyRules read(String file, String content) {
        JsonNode document;
        try {
            document = yaml.readTree(content);
        } catch (JacksonException e) {
            int lineNumber = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new PackError(file, "line " + lineNumber, e.getOriginalMessage());
        }
        return rules(new PackSection(file, "", document));
    }

    private static PolicyRules rules(PackSection pack) {
        Map<String, Text> clauses = textsById(pack, "clauses");
        Map<String, Text> readings = textsById(pack, "readings");
        List<Observation> observations = observations(pack);
        Map<String, Observation> byName = new HashMap<>();
        observations.forEach(observation -> byName.put(observation.name(), observation));
        PackNames names = new PackNames(clauses, readings, byName);

        Coverage coverage = coverage(pack.section("coverage"), names);
        List<Exclusion> exclusions = exclusions(pack, names, coverage);
        PolicyRules rules = new PolicyRules(
                pack.text("vendor"),
                pack.text("policy"),
                pack.text("version"),
                pack.parsed("zone", "a time zone such as Asia/Shanghai", ZoneId::of),
                pack.parsed("effectiveFrom", "an instant such as 2025-01-01T00:00:00Z", Instant::parse),
                List.copyOf(pack.someOf(Precedence.class, "precedence")),
                Collections.unmodifiableMap(clauses),
                Collections.unmodifiableMap(readings),
                phrases(pack),
                observations,
                term(pack.section("term"), names),
                coverage,
                evidence(pack, names, exclusions),
                exclusions,
                names.basis(pack.section("quoteInTerm")),
                clocks(pack, names));
        pack.end();
        return rules;
    }

    private static Map<String, Text> textsById(PackSection pack, String key) {
        Map<String, Text> texts = new LinkedHashMap<>();
        pack.named(key).forEach((id, section) -> texts.put(id, text(section)));
        return texts;
    }

    private static Text text(PackSection section) {
        Text text = new Text(section.text("en"), section.text("zh"));
        section.end();
        return text;
    }

    private static Map<Phrase, Text> phrases(PackSection pack) {
        PackSection section = pack.section("phrases");
        Map<Phrase, Text> phrases = new EnumMap<>(Phrase.class);
        for (Phrase phrase : Phrase.values()) {
            PackSection words = section.section(phrase.name());
            checkPlaces(words, "en", phrase);
            checkPlaces(words, "zh", phrase);
            phrases.put(phrase, text(words));
        }
        section.end();
        return phrases;
    }

    private static void checkPlaces(PackSection words, String language, Phrase phrase) {
        Matcher places = PLACE.matcher(words.text(language));
        while (places.find()) {
            if (!phrase.places().contains(places.group(1))) {
                throw words.error(
                        language,
                        "refers to {" + places.group(1) + "}; this phrase knows "
                                + phrase.places().stream().sorted().toList());
            }
        }
    }

    private static List<Observation> observations(PackSection pack) {
        List<Observation> observations = new ArrayList<>();
        pack.named("observations").forEach((name, section) -> {
            List<String> values = section.texts("values");
            PackSection findings = section.section("findings");
            Map<String, String> byFinding = new LinkedHashMap<>();
            for (String finding : findings.keys()) {
                String value = findings.text(finding);
                if (!values.contains(value)) {
                    throw findings.error(finding, "'" + value + "' is no value of " + name);
                }
                byFinding.put(finding, value);
            }
            section.end();
            observations.add(new Observation(name, values, byFinding));
        });
        return List.copyOf(observations);
    }

    private static Term term(PackSection section, PackNames names) {
        Period length = section.parsed("length", "a period of whole months or years such as P12M", Period::parse);
        if (length.isNegative() || length.isZero()) {
            throw section.error("length", "must be longer than nothing");
        }
        Set<DocumentKind> seen = new HashSet<>();
        List<Term.Anchor> anchors = new ArrayList<>();
        for (PackSection anchor : section.sections("anchors")) {
            DocumentKind document = anchor.oneOf(DocumentKind.class, "document");
            if (!seen.add(document)) {
                throw anchor.error("document", "'" + document + "' stands in the chain twice");
            }
            anchors.add(
                    new Term.Anchor(document, text(anchor.section("name")), names.optionalReading(anchor, "reading")));
            anchor.end();
        }
        Term term = new Term(
                names.clause(section, "clause"),
                names.clause(section, "expired"),
                length,
                anchors,
                section.text("missingItem"),
                names.basis(section.section("quote")));
        section.end();
        return term;
    }

    private static Coverage coverage(PackSection section, PackNames names) {
        PackSection classes = section.section("itemClasses");
        Coverage.ItemClasses itemClasses =
                new Coverage.ItemClasses(names.clause(classes, "clause"), classes.someOf(ItemClass.class, "covered"));
        classes.end();
        PackSection causeSection = section.section("causes");
        Coverage.Causes causes =
                new Coverage.Causes(names.clause(causeSection, "clause"), causeSection.texts("covered"));
        causeSection.end();
        List<Basis> grants =
                section.sections("grants").stream().map(names::basis).toList();
        Map<Route, Coverage.RouteRule> routes = new EnumMap<>(Route.class);
        PackSection routeSection = section.section("routes");
        for (String name : routeSection.keys()) {
            Route route = routeSection.oneOf(Route.class, name, name);
            PackSection rule = routeSection.section(name);
            routes.put(
                    route,
                    new Coverage.RouteRule(
                            names.clause(rule, "clause"),
                            names.optionalReading(rule, "reading"),
                            names.optionalCondition(rule, "when")));
            rule.end();
        }
        Route fallback = section.oneOf(Route.class, "fallback");
        Coverage.RouteRule fallbackRule = routes.get(fallback);
        if (fallbackRule == null || fallbackRule.when() != null) {
            throw section.error(
                    "fallback", "'" + fallback + "' must be a route that the policy serves unconditionally");
        }
        section.end();
        return new Coverage(itemClasses, causes, grants, routes, fallback);
    }

    private static List<Exclusion> exclusions(PackSection pack, PackNames names, Coverage coverage) {
        Set<String> seen = new HashSet<>();
        List<Exclusion> exclusions = new ArrayList<>();
        for (PackSection section : pack.sections("exclusions")) {
            Exclusion exclusion = exclusion(section, names);
            if (!seen.add(exclusion.clause())) {
                throw section.error("clause", "'" + exclusion.clause() + "' excludes twice; put it into one entry");
            }
            for (String cause : coverage.causes().covered()) {
                if (exclusion.causes().contains(cause)) {
                    throw section.error("causes", "'" + cause + "' is a covered cause");
                }
            }
            exclusions.add(exclusion);
        }
        return List.copyOf(exclusions);
    }

    private static Exclusion exclusion(PackSection section, PackNames names) {
        PackSection same = section.optionalSection("sameEvent");
        Exclusion.SameEvent sameEvent = null;
        if (same != null) {
            sameEvent = new Exclusion.SameEvent(same.texts("causes"), names.reading(same, "reading"));
            same.end();
        }
        PackSection further = section.optionalSection("when");
        Exclusion.When when = null;
        if (further != null) {
            when = new Exclusion.When(names.openCondition(further), names.reading(further, "otherwise"));
            further.end();
        }
        List<Condition> observed = section.has("observed")
                ? section.sections("observed").stream().map(names::condition).toList()
                : List.of();
        List<String> causes = section.optionalTexts("causes");
        if (causes.isEmpty() && observed.isEmpty()) {
            throw section.error("causes", "is missing, and so is observed; an exclusion needs one of them");
        }
        Exclusion exclusion = new Exclusion(
                names.clause(section, "clause"),
                names.optionalReading(section, "reading"),
                section.oneOf(Exclusion.Outcome.class, "outcome"),
                causes,
                sameEvent,
                observed,
                when,
                names.optionalCondition(section, "unless"),
                section.someOf(Confirmer.Kind.class, "proof"));
        section.end();
        return exclusion;
    }

    private static List<Requirement> evidence(PackSection pack, PackNames names, List<Exclusion> exclusions) {
        Set<String> items = new HashSet<>();
        List<Requirement> requirements = new ArrayList<>();
        for (PackSection section : pack.sections("evidence")) {
            String item = section.text("item");
            if (!items.add(item)) {
                throw section.error("item", "'" + item + "' is asked for twice");
            }
            String standIn = section.optionalText("unlessSuspected");
            if (standIn != null
                    && exclusions.stream()
                            .noneMatch(exclusion -> exclusion.clause().equals(standIn))) {
                throw section.error("unlessSuspected", "'" + standIn + "' is no exclusion of this pack");
            }
            requirements.add(new Requirement(
                    names.clause(section, "clause"),
                    names.optionalReading(section, "reading"),
                    item,
                    section.someOf(Requirement.Particular.class, "anyOf"),
                    standIn));
            section.end();
        }
        return List.copyOf(requirements);
    }

    private static List<PromisedTime> clocks(PackSection pack, PackNames names) {
        List<PromisedTime> clocks = new ArrayList<>();
        if (!pack.has("clocks")) {
            return List.of();
        }
        for (PackSection section : pack.sections("clocks")) {
            Integer target = section.optionalPositive("target");
            Integer limit = section.optionalPositive("limit");
            if (target != null && (limit == null || target > limit)) {
                throw section.error("target", "must not lie beyond the limit");
            }
            clocks.add(new PromisedTime(
                    names.clause(section, "clause"),
                    names.optionalReading(section, "reading"),
                    section.has("faultClass") ? section.oneOf(FaultClass.class, "faultClass") : null,
                    section.text("start"),
                    section.text("stop"),
                    section.oneOf(PromisedTime.Unit.class, "unit"),
                    target,
                    limit,
                    section.optionalPositive("batchUnits")));
            section.end();
        }
        return List.copyOf(clocks);
    }
}
